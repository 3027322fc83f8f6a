namespace TableOrder.Web.Manager.Premises;

/// <summary>Marks the texts of the settings' page: PremisesTexts.resx and one file more a language.</summary>
public sealed class PremisesTexts;
