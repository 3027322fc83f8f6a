namespace TableOrder.Web.Guest.AtTable;

/// <summary>Marks the texts of what guests call for and of what the staff does with their table: AtTableTexts.resx and one file more a language.</summary>
public sealed class AtTableTexts;
