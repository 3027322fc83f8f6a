namespace TableOrder.Web.Guest;

/// <summary>Marks the texts of the guest's pages: GuestTexts.resx and one file more a language.</summary>
public sealed class GuestTexts;
