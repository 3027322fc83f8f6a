namespace TableOrder.Web.Kitchen.Plain;

/// <summary>Marks the texts of the kitchen's plain page: PlainTexts.resx and one file more a language.</summary>
public sealed class PlainTexts;
