using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using TableOrder.Core;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Web.Manager.Sales;

namespace TableOrder.Tests.Manager;

/// <summary>What is taken away: as RFC 4180 has it, readable in Excel, and no formula.</summary>
public sealed class SalesCsvTests
{
    private static readonly IStringLocalizer<SalesTexts> Texts = new ServiceCollection()
        .AddLogging()
        .AddLocalization()
        .BuildServiceProvider()
        .GetRequiredService<IStringLocalizer<SalesTexts>>();

    public SalesCsvTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void It_begins_with_the_mark_by_which_Excel_knows_Korean_and_ends_its_lines_as_it_should()
    {
        var file = SalesCsv.Write(
            ["메뉴"],
            [
                ["달빛 \"세트\", 2인"],
                ["두\n줄"],
            ]
        );

        file.Should().StartWith(Encoding.UTF8.GetPreamble());
        Text(file).Should().Be("메뉴\r\n\"달빛 \"\"세트\"\", 2인\"\r\n\"두\n줄\"\r\n");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+82 2 123")]
    [InlineData("-Special-")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("=HYPERLINK(\"http://evil\",\"menu\")")]
    public void A_dish_that_looks_like_a_formula_is_text(string name)
    {
        var file = Text(Tables("KRW").Items([new ItemFigures(Guid.NewGuid(), LocalText.Same(name), 3, new Money(27_000))]));

        var row = file[(file.IndexOf("\r\n", StringComparison.Ordinal) + 2)..];
        row.Should().Be($"\"'{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",3,27000\r\n");
    }

    [Fact]
    public void Numbers_stay_numbers_whatever_their_sign_and_the_reader_s_language()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de");

        Text(
                SalesCsv.Write(
                    ["a", "b", "c"],
                    [
                        [-5, 1234.5m, null],
                    ]
                )
            )
            .Should()
            .Be("a,b,c\r\n-5,1234.5,\r\n");
    }

    [Fact]
    public void Amounts_are_in_the_major_unit_and_say_of_which_currency()
    {
        var item = new ItemFigures(Guid.NewGuid(), LocalText.Same("Tea"), 2, new Money(1_250));

        Text(Tables("EUR").Items([item])).Should().Be("Dish,Quantity,Sales (EUR)\r\nTea,2,12.5\r\n");
    }

    [Fact]
    public void The_hour_that_comes_twice_is_two_rows_that_differ()
    {
        var house = new RestaurantSettings(LocalText.Same("House"), "EUR", "Europe/Berlin", new TimeOnly(5, 0), ["en"]);
        var (day, back) = (new DateOnly(2026, 10, 24), new DateTimeOffset(2026, 10, 25, 1, 0, 0, TimeSpan.Zero));
        var twice = new[] { back.AddHours(-1), back }.Select(at => new DayHalfHour(day, at, new Trade(2, new Money(300)))).ToList();

        Text(new SalesTables(Texts, house).HalfHours(twice))
            .Should()
            .EndWith("2026-10-24,2026-10-25 02:00,2026-10-25T00:00Z,2,3\r\n2026-10-24,2026-10-25 02:00,2026-10-25T01:00Z,2,3\r\n");
    }

    private static string Text(byte[] file) => Encoding.UTF8.GetString(file.AsSpan(3));

    private static SalesTables Tables(string currency) =>
        new(Texts, new RestaurantSettings(LocalText.Same("House"), currency, "Asia/Seoul", new TimeOnly(5, 0), ["en"]));
}
