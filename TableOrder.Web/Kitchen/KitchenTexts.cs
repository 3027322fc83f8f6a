namespace TableOrder.Web.Kitchen;

/// <summary>Marks the texts of the kitchen's screens: KitchenTexts.resx and one file more a language.</summary>
public sealed class KitchenTexts;
