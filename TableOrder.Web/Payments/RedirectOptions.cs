namespace TableOrder.Web.Payments;

/// <summary>Where the provider is, and what is agreed with it.</summary>
/// <param name="Url">The beginning of its API's addresses, without a slash at the end.</param>
/// <param name="Key">What shows it who asks.</param>
/// <param name="Secret">With which it signs its messages.</param>
internal sealed record RedirectOptions(string Url, string Key, byte[] Secret)
{
    /// <summary>How long an answer may take: a guest stands there and waits.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Neither the key nor the secret ends up in a log.</summary>
    public override string ToString() => Url;
}
