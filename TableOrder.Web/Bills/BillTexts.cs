namespace TableOrder.Web.Bills;

/// <summary>Marks the texts of bills, as guests and the floor see them: BillTexts.resx and one file more a language.</summary>
public sealed class BillTexts;
