namespace TableOrder.Web.Layout;

/// <summary>Marks the texts that every screen shares: CommonTexts.resx and one file more a language.</summary>
public sealed class CommonTexts;
