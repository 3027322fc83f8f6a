using System.Globalization;
using TableOrder.Core;
using TableOrder.Core.Settings;

namespace TableOrder.Web.Manager.Premises;

/// <summary>What somebody types into the settings, beside what was painted when they began: only what they changed is sent.</summary>
public sealed class SettingsForm
{
    private const int MostPercent = 100;
    private RestaurantSettings painted;

    /// <param name="house">The settings as they are painted.</param>
    public SettingsForm(RestaurantSettings house)
    {
        painted = house;
        Names = new Dictionary<string, string>(StringComparer.Ordinal);
        Fill(house);
    }

    /// <summary>The name in each language.</summary>
    public IDictionary<string, string> Names { get; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; set; } = "";

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>When the business day begins.</summary>
    public TimeOnly DayStartsAt { get; set; }

    /// <summary>The house language.</summary>
    public string First { get; set; } = "";

    /// <summary>The languages offered, in no order.</summary>
    public ISet<string> Languages { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Service in per cent, as it is typed.</summary>
    public string Service { get; set; } = "";

    /// <summary>Tax of new dishes in per cent, as it is typed.</summary>
    public string Tax { get; set; } = "";

    /// <summary>Minutes within which a call should be answered, as they are typed.</summary>
    public string CallMinutes { get; set; } = "";

    /// <summary>What somebody else has changed since it was painted, while it was changed here too; by the names of the fields.</summary>
    public IReadOnlyList<string> Clashes { get; private set; } = [];

    /// <summary>Whether anything is another than was painted.</summary>
    public bool IsChanged => Change() is { } change && change != new ChangeSettings(painted.Version);

    /// <summary>The change, or null where a number is none.</summary>
    public ChangeSettings? Change()
    {
        if (Points(Service) is not { } service || Points(Tax) is not { } tax || Minutes(CallMinutes) is not { } within)
        {
            return null;
        }

        var languages = Offered();
        return new ChangeSettings(painted.Version)
        {
            Name = SameNames(painted) ? null : new LocalText(Typed()),
            Currency = Same(Currency, painted.Currency) ? null : Currency,
            TimeZone = Same(TimeZone, painted.TimeZone) ? null : TimeZone,
            BusinessDayStartsAt = DayStartsAt == painted.BusinessDayStartsAt ? null : DayStartsAt,
            Languages = languages.SequenceEqual(painted.Languages, StringComparer.Ordinal) ? null : languages,
            ServiceRate = service == painted.ServiceRate ? null : service,
            TaxRate = tax == painted.TaxRate ? null : tax,
            CallWithin = within == painted.CallWithin ? null : within,
        };
    }

    /// <summary>Somebody else has changed the settings: what was not touched here follows, what was stays as it is typed and, where theirs is another, is told.</summary>
    public void Follow(RestaurantSettings now)
    {
        if (now.Version == painted.Version)
        {
            return;
        }

        var before = painted;
        List<string> clashes = [];
        var named = SameNames(before);
        var offered = Offered().SequenceEqual(before.Languages, StringComparer.Ordinal);
        painted = now;
        Follow(nameof(Names), named, SameNames(before.Name, now.Name), () => Fill(now.Name));
        Follow(nameof(Languages), offered, before.Languages.SequenceEqual(now.Languages, StringComparer.Ordinal), () => FillLanguages(now));
        Follow(
            nameof(DayStartsAt),
            DayStartsAt == before.BusinessDayStartsAt,
            before.BusinessDayStartsAt == now.BusinessDayStartsAt,
            () => DayStartsAt = now.BusinessDayStartsAt
        );
        Text(nameof(Currency), Currency, before.Currency, now.Currency, text => Currency = text);
        Text(nameof(TimeZone), TimeZone, before.TimeZone, now.TimeZone, text => TimeZone = text);
        Text(nameof(Service), Service, Percent(before.ServiceRate), Percent(now.ServiceRate), text => Service = text);
        Text(nameof(Tax), Tax, Percent(before.TaxRate), Percent(now.TaxRate), text => Tax = text);
        Text(nameof(CallMinutes), CallMinutes, Minutes(before.CallWithin), Minutes(now.CallWithin), text => CallMinutes = text);
        Clashes = clashes;

        void Text(string field, string typed, string was, string isNow, Action<string> set) =>
            Follow(field, Same(typed, was), Same(was, isNow), () => set(isNow));

        void Follow(string field, bool isUntouched, bool isSame, Action follow)
        {
            if (isUntouched)
            {
                follow();
            }
            else if (!isSame)
            {
                clashes.Add(field);
            }
        }
    }

    /// <summary>Begins anew with what is kept now.</summary>
    public void Fill(RestaurantSettings now)
    {
        painted = now;
        Clashes = [];
        Fill(now.Name);
        (Currency, TimeZone, DayStartsAt) = (now.Currency, now.TimeZone, now.BusinessDayStartsAt);
        (Service, Tax, CallMinutes) = (Percent(now.ServiceRate), Percent(now.TaxRate), Minutes(now.CallWithin));
        FillLanguages(now);
    }

    /// <summary>The languages offered: the house language, then as they stood, then the new ones.</summary>
    private List<string> Offered() =>
        [
            First,
            .. painted.Languages.Concat(Languages).Distinct(StringComparer.Ordinal).Where(code => Languages.Contains(code) && !Same(code, First)),
        ];

    private static string Percent(int points) => (points / (decimal)MostPercent).ToString("0.##", CultureInfo.CurrentCulture);

    private static string Minutes(TimeSpan within) => within.TotalMinutes.ToString("0.##", CultureInfo.CurrentCulture);

    private static int? Points(string percent) =>
        Number(percent) is { } number && number * MostPercent == decimal.Truncate(number * MostPercent) && number <= MostPercent
            ? (int)(number * MostPercent)
            : null;

    private static TimeSpan? Minutes(string text) =>
        Number(text) is { } number && number <= 24 * 60 ? TimeSpan.FromSeconds((int)(number * 60)) : null;

    /// <summary>A point or a comma: both are typed.</summary>
    private static decimal? Number(string text) =>
        decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Dictionary<string, string> Typed() =>
        Names.Where(name => !string.IsNullOrWhiteSpace(name.Value)).ToDictionary(name => name.Key, name => name.Value.Trim(), StringComparer.Ordinal);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static bool SameNames(LocalText one, LocalText other) =>
        one.Texts.Keys.Concat(other.Texts.Keys).All(code => Same(Named(one, code), Named(other, code)));

    private bool SameNames(RestaurantSettings house) => Names.All(name => Same(name.Value.Trim(), Named(house.Name, name.Key)));

    private static string Named(LocalText name, string code) => name.Texts.GetValueOrDefault(code) ?? name.Texts.GetValueOrDefault("*") ?? "";

    private void Fill(LocalText name)
    {
        Names.Clear();
        foreach (var code in painted.Languages.Concat(name.Texts.Keys).Where(code => !Same(code, "*")).Distinct(StringComparer.Ordinal))
        {
            Names[code] = Named(name, code);
        }
    }

    private void FillLanguages(RestaurantSettings now)
    {
        First = now.Languages[0];
        Languages.Clear();
        Languages.UnionWith(now.Languages);
    }
}
