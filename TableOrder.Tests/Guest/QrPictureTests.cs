using QRCoder;
using TableOrder.Web.Guest;

namespace TableOrder.Tests.Guest;

public sealed class QrPictureTests
{
    private const string Link = "http://192.168.100.100:5080/t/AZemwm9efDGaVw5tLw9sEQAAAAAAAAAAAAAAAA";

    /// <summary>Cameras need four white modules around it.</summary>
    private const int Quiet = 4;

    [Fact]
    public void The_path_is_black_where_the_code_is()
    {
        var picture = QrPicture.Of(Link);

        using var expected = QRCodeGenerator.GenerateQrCode(Link, QRCodeGenerator.ECCLevel.M);
        var black = Painted(picture).ToHashSet();
        for (var y = 0; y < picture.Size; y++)
        {
            for (var x = 0; x < picture.Size; x++)
            {
                black.Contains((x, y)).Should().Be(expected.ModuleMatrix[y][x]);
            }
        }
    }

    [Fact]
    public void There_is_white_around_it()
    {
        var picture = QrPicture.Of(Link);

        Painted(picture)
            .Should()
            .OnlyContain(dot => Math.Min(dot.X, dot.Y) >= Quiet && Math.Max(dot.X, dot.Y) < picture.Size - Quiet)
            .And.Contain((Quiet, Quiet));
    }

    private static IEnumerable<(int X, int Y)> Painted(QrPicture picture) =>
        picture
            .Path.Split('M', StringSplitOptions.RemoveEmptyEntries)
            .Select(run => run.Split([' ', 'h', 'v', 'z'], StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray())
            .SelectMany(run => Enumerable.Range(run[0], run[2]).Select(x => (x, run[1])));
}
