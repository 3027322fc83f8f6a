using System.Text.RegularExpressions;
using System.Xml.Linq;
using TableOrder.Tests.EndToEnd;
using TableOrder.Tests.EndToEnd.Manual;

namespace TableOrder.Tests.Web;

/// <summary>The manual's text: its pictures and links are there, and what it prints bold stands on a screen.</summary>
public sealed partial class ManualTextTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);
    private static readonly string Text = File.ReadAllText(Path.Combine(ManualPictures.Docs, "manual.md"));

    [Fact]
    public void Every_picture_that_it_names_is_there_and_every_one_that_is_there_is_named_once()
    {
        var named = Picture().Matches(Text).Select(match => match.Groups["file"].Value);
        var there = Directory.GetFiles(Path.Combine(ManualPictures.Images, "manual")).Select(file => Path.GetFileName(file));

        named.Should().BeEquivalentTo(there);
    }

    [Fact]
    public void Pictures_are_light_enough_for_a_slow_line()
    {
        var files = new DirectoryInfo(Path.Combine(ManualPictures.Images, "manual")).GetFiles();

        files.Should().OnlyContain(file => file.Length < 150_000);
        files.Sum(file => file.Length).Should().BeLessThan(3_000_000);
    }

    [Fact]
    public void What_is_bold_is_an_English_text_of_the_product()
    {
        var texts = Directory
            .EnumerateFiles(Path.Combine(BusyHouse.Root, "TableOrder.Web"), "*Texts.resx", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file).Root!.Elements("data"))
            .Select(text => Shown(text.Element("value")!.Value))
            .ToList();

        var bold = Bold().Matches(Text).Select(match => match.Groups["words"].Value).Distinct(StringComparer.Ordinal);

        bold.Where(words => !texts.Exists(text => text.IsMatch(words))).Should().BeEmpty();
    }

    [Fact]
    public void Every_link_within_it_leads_to_a_heading()
    {
        var headings = Heading().Matches(Text).Select(match => Sign().Replace(match.Groups["words"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

        Anchor().Matches(Text).Select(match => match.Groups["to"].Value).Except(headings, StringComparer.Ordinal).Should().BeEmpty();
    }

    /// <summary>As it is on a screen: whatever stands for a number or a name may be anything, and an arrow or a sign before it is left out.</summary>
    private static Regex Shown(string text) =>
        new($"^{Place().Replace(Regex.Escape(text.TrimStart('⬇', ' ')), ".+")}$", RegexOptions.ExplicitCapture, Long);

    [GeneratedRegex(@"!\[[^\]]+\]\(images/manual/(?<file>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();

    [GeneratedRegex(@"\*\*(?<words>[^*]+)\*\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\\\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^#+ (?<words>.+?)\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 1000)]
    private static partial Regex Sign();

    [GeneratedRegex(@"\]\(#(?<to>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Anchor();
}
