using System.Globalization;
using System.Reflection;
using System.Resources;
using TableOrder.Web.Layout;

namespace TableOrder.Tests.Web;

public sealed class ResourceTests
{
    private static readonly Assembly Web = typeof(CommonTexts).Assembly;

    public static TheoryData<string> Areas()
    {
        var areas = new TheoryData<string>();
        foreach (var name in Web.GetManifestResourceNames().Where(name => name.EndsWith("Texts.resources", StringComparison.Ordinal)))
        {
            areas.Add(name[..^".resources".Length]);
        }

        return areas;
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_text_stands_in_every_language(string area)
    {
        var english = Texts(area, CultureInfo.InvariantCulture);
        var korean = Texts(area, CultureInfo.GetCultureInfo("ko"));

        korean.Keys.Should().BeEquivalentTo(english.Keys);
        english.Concat(korean).Should().OnlyContain(text => text.Value.Length > 0);
        foreach (var (key, text) in english)
        {
            Placeholders(korean[key]).Should().BeEquivalentTo(Placeholders(text), "{0} tells the same in both languages", key);
        }
    }

    private static Dictionary<string, string> Texts(string area, CultureInfo culture) =>
        new ResourceManager(area, Web)
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Placeholders(string text) =>
        System
            .Text.RegularExpressions.Regex.Matches(text, @"\{\d+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(m => m.Value)
            .Distinct(StringComparer.Ordinal);
}
