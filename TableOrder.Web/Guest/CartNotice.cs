namespace TableOrder.Web.Guest;

/// <summary>A sentence about the cart.</summary>
/// <param name="Text">What happened and what to do.</param>
/// <param name="IsBad">Whether something stands in the way.</param>
public sealed record CartNotice(string Text, bool IsBad);
