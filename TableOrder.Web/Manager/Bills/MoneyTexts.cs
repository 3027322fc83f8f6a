namespace TableOrder.Web.Manager.Bills;

/// <summary>Marks the texts of the bills and the day's money: MoneyTexts.resx and one file more a language.</summary>
public sealed class MoneyTexts;
