namespace TableOrder.Web.Manager;

/// <summary>Marks the texts of the manager's screens: ManagerTexts.resx and one file more a language.</summary>
public sealed class ManagerTexts;
