namespace TableOrder.Web.Manager.FirstRun;

/// <summary>Marks the texts of the first set-up: FirstRunTexts.resx and one file more a language.</summary>
public sealed class FirstRunTexts;
