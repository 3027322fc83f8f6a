namespace TableOrder.Web.Manager.CallLog;

/// <summary>Marks the texts of the manager's calls: CallLogTexts.resx and one file more a language.</summary>
public sealed class CallLogTexts;
