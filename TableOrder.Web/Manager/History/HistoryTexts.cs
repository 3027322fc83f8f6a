namespace TableOrder.Web.Manager.History;

/// <summary>Marks the texts of the manager's pages about orders: HistoryTexts.resx and one file more a language.</summary>
public sealed class HistoryTexts;
