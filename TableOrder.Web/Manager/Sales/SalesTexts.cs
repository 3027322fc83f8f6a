namespace TableOrder.Web.Manager.Sales;

/// <summary>Marks the texts of the manager's sales: SalesTexts.resx and one file more a language.</summary>
public sealed class SalesTexts;
