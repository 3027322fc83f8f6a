namespace TableOrder.Web.Manager.Dishes;

/// <summary>Marks the texts of the manager's menu: DishTexts.resx and one file more a language.</summary>
public sealed class DishTexts;
