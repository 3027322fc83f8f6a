namespace TableOrder.Web.Demo;

/// <summary>Marks the texts of /demo: DemoTexts.resx and one file more a language.</summary>
public sealed class DemoTexts;
