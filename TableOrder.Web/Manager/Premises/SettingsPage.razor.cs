using System.Globalization;
using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Settings;
using TableOrder.Core.Stations;

namespace TableOrder.Web.Manager.Premises;

/// <summary>What the whole restaurant agrees on, and the kitchen's stations.</summary>
public sealed partial class SettingsPage
{
    private readonly List<string> zones =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => zone.Id).Order(StringComparer.Ordinal),
    ];
    private SettingsForm form = null!;
    private IReadOnlyList<Station> stations = [];
    private bool isCurrencyFixed;
    private string? wrong;

    [Inject]
    private SettingsDesk Desk { get; set; } = null!;

    [Inject]
    private SettingsReader Reader { get; set; } = null!;

    [Inject]
    private MenuReader Menu { get; set; } = null!;

    [Inject]
    private StationDesk StationDesk { get; set; } = null!;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Own => [.. SettingsReader.Watched, .. MenuReader.Watched];

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var now = (await Reader.GetAsync(Actor)).Value;
        form ??= new SettingsForm(now);
        form.Follow(now);
        stations = (await Menu.GetAsync(Actor)).Value.Menu.Stations;
        isCurrencyFixed = (await Reader.IsCurrencyFixedAsync(Actor)).Value;
    }

    private static string LanguageName(string code) => CultureInfo.GetCultureInfo(code).NativeName;

    private static string CurrencyName(string code) =>
        CultureInfo
            .GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name))
            .FirstOrDefault(region => string.Equals(region.ISOCurrencySymbol, code, StringComparison.Ordinal))
            ?.CurrencyEnglishName
        ?? code;

    private static string Percent(int points) => (points / 100m).ToString("0.##", CultureInfo.CurrentCulture);

    private void Name(string code, ChangeEventArgs typed) => form.Names[code] = $"{typed.Value}";

    private void Offer(string code, bool offered)
    {
        _ = offered ? form.Languages.Add(code) : form.Languages.Remove(code);
        form.Names.TryAdd(code, "");
    }

    private void MakeFirst(string code)
    {
        form.First = code;
        Offer(code, offered: true);
    }

    private void Discard()
    {
        form.Fill(House);
        wrong = null;
    }

    private async Task SaveAsync()
    {
        if (form.Change() is not { } change)
        {
            wrong = T["WrongNumber"];
            return;
        }

        var saved = await TryAsync(() => Desk.ChangeAsync(Actor, change));
        wrong = saved.Refusal is { } refusal ? T.Of(refusal, Common) : null;
        if (saved.Succeeded(out var now, out _))
        {
            form.Fill(now);
            Say(T["Saved"]);
        }
        else if (saved.Refusal is { Code: "stale_version" })
        {
            await ReadAsync();
        }
    }

    private async Task<string?> SetStationAsync(SetStation station) =>
        (await TryAsync(() => StationDesk.SetAsync(Actor, station))).Refusal is { } refusal ? T.Of(refusal, Common) : null;

    private Task<bool> ArrangeAsync(IReadOnlyList<string> slugs) => SayAsync(() => StationDesk.ArrangeAsync(Actor, slugs));

    private Task<bool> RemoveAsync(string slug) => SayAsync(() => StationDesk.RemoveAsync(Actor, slug));
}
