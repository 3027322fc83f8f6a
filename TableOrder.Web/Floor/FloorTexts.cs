namespace TableOrder.Web.Floor;

/// <summary>Marks the texts of the waiters' pages: FloorTexts.resx and one file more a language.</summary>
public sealed class FloorTexts;
