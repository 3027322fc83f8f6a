namespace TableOrder.Core.Settings;

/// <summary>What the settings may be. Pure.</summary>
internal static class SettingsRule
{
    public const int LongestName = 60;
    public const int MostService = 3000;
    public const int MostTax = 5000;
    private const int MostLanguages = 8;
    private static readonly TimeSpan SoonestCall = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LatestCall = TimeSpan.FromHours(1);

    /// <summary>Why a change is none, by field; null where it is one.</summary>
    public static Refusal? Refuse(ChangeSettings change) =>
        change switch
        {
            { Name: { } name } when name.Texts.Values.All(string.IsNullOrWhiteSpace) || name.Texts.Values.Any(text => text.Length > LongestName) =>
                Refusal.Bad("name", $"Send a name of 1 to {LongestName} characters in at least one language."),
            { Currency: { } currency } when !Currencies.Codes.Contains(currency, StringComparer.Ordinal) => Refusal.Bad(
                "currency",
                $"Send one of {string.Join(", ", Currencies.Codes)}."
            ),
            { TimeZone: { } zone } when !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) || zone.Length > LongestName => Refusal.Bad(
                "timeZone",
                "Send an IANA name such as Asia/Seoul."
            ),
            { BusinessDayStartsAt: { } at } when at.Ticks % TimeSpan.TicksPerMinute != 0 => Refusal.Bad(
                "businessDayStartsAt",
                "Send a time in whole minutes."
            ),
            { Languages: { } languages } when !AreLanguages(languages) => Refusal.Bad(
                "languages",
                $"Send 1 to {MostLanguages} two-letter codes, each once, the house language first."
            ),
            { ServiceRate: < 0 or > MostService } => Refusal.Bad("serviceRate", $"Send 0 to {MostService} basis points; 1000 is 10 %."),
            { TaxRate: < 0 or > MostTax } => Refusal.Bad("taxRate", $"Send 0 to {MostTax} basis points; 1000 is 10 %."),
            { CallWithin: { } within } when within < SoonestCall || within > LatestCall => Refusal.Bad("callWithin", "Send 30 seconds to one hour."),
            _ => null,
        };

    /// <summary>A name as it is kept: trimmed, and without the languages that have none.</summary>
    public static LocalText Tidy(LocalText name) =>
        new(
            name.Texts.Where(text => !string.IsNullOrWhiteSpace(text.Value))
                .ToDictionary(text => text.Key, text => text.Value.Trim(), StringComparer.Ordinal)
        );

    private static bool AreLanguages(IReadOnlyList<string> codes) =>
        codes.Count is > 0 and <= MostLanguages
        && codes.Distinct(StringComparer.Ordinal).Count() == codes.Count
        && codes.All(code => code.Length == 2 && code.All(char.IsAsciiLetterLower));
}
