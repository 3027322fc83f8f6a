using System.Globalization;
using System.Resources;

namespace TableOrder.Web.Layout;

/// <summary>The languages the screens speak: English stands in the texts themselves, every other is one more file beside them.</summary>
internal static class ScreenLanguages
{
    /// <summary>Two-letter codes, English first.</summary>
    public static IReadOnlyList<string> Known()
    {
        var texts = new ResourceManager(typeof(CommonTexts));
        return
        [
            "en",
            .. CultureInfo
                .GetCultures(CultureTypes.NeutralCultures)
                .Where(culture => culture.Name.Length == 2 && texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is not null)
                .Select(culture => culture.Name),
        ];
    }
}
