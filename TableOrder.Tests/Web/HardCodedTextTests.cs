using System.Globalization;
using System.Reflection;
using System.Resources;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using TableOrder.Web.Layout;

namespace TableOrder.Tests.Web;

/// <summary>
/// Every word on a screen comes from a resource or from data, so that every language has it. Looked at is what the compiler made of the .razor files: there markup, text and
/// attributes are told apart without guessing.
/// </summary>
public sealed class HardCodedTextTests
{
    private static readonly Assembly Web = typeof(CommonTexts).Assembly;
    private static readonly string[] Spoken = ["title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "alt", "label"];

    /// <summary>The same in every language.</summary>
    private static readonly string[] Allowed =
    [
        "API", // a proper name
        "Aa", // the sign for letters, hidden from those who hear the page
        "U", // the key on the keyboard
        "HH:mm:ss", // how a clock is shown, never shown itself
    ];

    private static readonly HashSet<string> Keys = [.. Areas().SelectMany(KeysOf)];

    public static TheoryData<string> Screens()
    {
        var screens = new TheoryData<string>();
        foreach (var type in Web.GetTypes().Where(type => typeof(IComponent).IsAssignableFrom(type) && !type.IsAbstract && !type.IsNested))
        {
            screens.Add(type.FullName!);
        }

        return screens;
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void A_screen_s_words_come_from_its_texts(string screen) => WordsOf(Web.GetType(screen)!).Should().BeEmpty();

    [Fact]
    public void Words_that_are_written_into_a_screen_are_found()
    {
        WordsOf(typeof(Careless)).Should().BeEquivalentTo("Hello", "Close it", "For", "yes", "no");
        Screens().Should().HaveCountGreaterThan(50);
    }

    private static IEnumerable<string> WordsOf(Type screen) =>
        screen
            .GetNestedTypes(BindingFlags.NonPublic)
            .Prepend(screen)
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .SelectMany(method => BuilderCalls.Of(method))
            .SelectMany(Shown)
            .Select(words => words.Trim())
            .Where(words => words.Any(char.IsLetter) && !Allowed.Contains(words, StringComparer.Ordinal) && !IsKey(words));

    /// <summary>What of a call is read by people.</summary>
    private static IEnumerable<string> Shown((string Method, IReadOnlyList<string> Texts) call) =>
        call switch
        {
            (nameof(RenderTreeBuilder.AddMarkupContent), { Count: > 0 } texts) => ShownIn(texts[^1]),
            (nameof(RenderTreeBuilder.AddContent), var texts) => texts,
            (nameof(RenderTreeBuilder.AddAttribute) or nameof(RenderTreeBuilder.AddComponentParameter), { Count: > 1 } texts)
                when Spoken.Contains(texts[0], StringComparer.OrdinalIgnoreCase) => texts.Skip(1),
            _ => [],
        };

    private static IEnumerable<string> ShownIn(string html)
    {
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;
        foreach (var unseen in body.QuerySelectorAll("script, style"))
        {
            unseen.Remove();
        }

        var texts = body.Descendants<IText>().Select(text => text.Text);
        return texts.Concat(
            body.QuerySelectorAll("*").SelectMany(e => e.Attributes).Where(a => Spoken.Contains(a.Name, StringComparer.Ordinal)).Select(a => a.Value)
        );
    }

    /// <summary>Whether it is what a text is looked up by, or the beginning or end of that.</summary>
    private static bool IsKey(string words) =>
        Keys.Contains(words)
        || (words.EndsWith('_') && Keys.Any(key => key.StartsWith(words, StringComparison.Ordinal)))
        || (words.StartsWith('_') && Keys.Any(key => key.EndsWith(words, StringComparison.Ordinal)));

    private static IEnumerable<string> Areas() =>
        Web.GetManifestResourceNames()
            .Where(name => name.EndsWith("Texts.resources", StringComparison.Ordinal))
            .Select(name => name[..^".resources".Length]);

    private static IEnumerable<string> KeysOf(string area) =>
        new ResourceManager(area, Web)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => (string)entry.Key);

    /// <summary>As the compiler writes it for a screen whose author forgot the texts.</summary>
    private sealed class Careless : ComponentBase
    {
        private readonly string name = "";

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<p class=\"lead\">Hello <span aria-hidden=\"true\">✕</span><button aria-label=\"Close it\">✕</button></p>");
            builder.OpenElement(1, "div");
            builder.AddAttribute(2, "class", "card");
            builder.AddAttribute(3, "title", "For " + name);
            builder.AddContent(4, name is "x" ? "yes" : "no");
            builder.CloseElement();
        }
    }
}
