using System.Globalization;
using Microsoft.AspNetCore.Localization;
using TableOrder.Core.Access;
using TableOrder.Core.Settings;

namespace TableOrder.Web.Layout;

/// <summary>The languages of the house, as they are now: it decides nothing itself, but those that decide after it choose among them.</summary>
internal sealed class HouseLanguages(SettingsReader settings) : RequestCultureProvider
{
    private volatile IReadOnlyList<string>? known;

    public override async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var languages = (await settings.GetAsync(Actor.Nobody)).Value.Languages;
        if (!ReferenceEquals(languages, known))
        {
            // Each is one assignment: a request in between sees the old ones or the new.
            var cultures = languages.Select(CultureInfo.GetCultureInfo).ToArray();
            Options!.SupportedCultures = cultures;
            Options.SupportedUICultures = cultures;
            known = languages;
        }

        return null;
    }
}
