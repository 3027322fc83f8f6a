namespace TableOrder.Web.Manager.DishFiles;

/// <summary>Marks the texts of the menu's files: FileTexts.resx and one file more a language.</summary>
public sealed class FileTexts;
