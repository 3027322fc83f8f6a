using System.Xml.Linq;
using QRCoder;
using TableOrder.Web.Manager.Room;

namespace TableOrder.Tests.Manager.Room;

public sealed class QrFilesTests
{
    private const string Link = "https://moonlight.example/t/AAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public void A_file_is_an_svg_whose_modules_are_the_link_s_on_white_with_a_quiet_zone()
    {
        var svg = XDocument.Parse(QrFiles.Svg(Link)).Root!;

        using var code = QRCodeGenerator.GenerateQrCode(Link, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        svg.Name.Should().Be(XName.Get("svg", "http://www.w3.org/2000/svg"));
        svg.Attribute("viewBox")!.Value.Should().Be($"0 0 {size} {size}");
        var paths = svg.Elements().ToList();
        paths.Select(path => path.Attribute("fill")!.Value).Should().Equal("#fff", "#000");
        Painted(paths[1].Attribute("d")!.Value)
            .Should()
            .BeEquivalentTo(
                Enumerable.Range(0, size).SelectMany(y => Enumerable.Range(0, size).Where(x => code.ModuleMatrix[y][x]).Select(x => (x, y)))
            );
        code.ModuleMatrix.Take(4).Should().OnlyContain(row => !row.Cast<bool>().Any(black => black));
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData("1", 1)]
    [InlineData("8", 8)]
    [InlineData("3", 4)]
    [InlineData("many", 4)]
    public void A_sheet_has_one_four_or_eight_cards(string? asked, int size) => PrintSheets.SizeOf(asked).Should().Be(size);

    [Fact]
    public void Each_language_says_in_its_own_words_what_to_do()
    {
        PrintSheets.ScanToOrder("en").Should().Be("Scan to order");
        PrintSheets.ScanToOrder("ko").Should().Contain("주문");
    }

    private static IEnumerable<(int X, int Y)> Painted(string path) =>
        path.Split('M', StringSplitOptions.RemoveEmptyEntries)
            .Select(run => run.Split([' ', 'h', 'v', 'z'], StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray())
            .SelectMany(run => Enumerable.Range(run[0], run[2]).Select(x => (x, run[1])));
}
