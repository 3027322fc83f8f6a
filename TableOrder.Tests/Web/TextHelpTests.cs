using System.Globalization;
using TableOrder.Core;
using TableOrder.Web.Layout;

namespace TableOrder.Tests.Web;

public sealed class TextHelpTests
{
    [Theory]
    [InlineData("ko", "KRW", 17000, "17,000원")]
    [InlineData("en", "KRW", 17000, "₩17,000")]
    [InlineData("en", "USD", 1799, "$17.99")]
    [InlineData("ko", "USD", 5, "$0.05")]
    public void Money_reads_as_people_write_it(string language, string currency, long minor, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        new Money(minor).Here(currency).Should().Be(expected);
    }

    [Fact]
    public void A_dish_without_a_translation_still_has_a_name()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        new LocalText(new Dictionary<string, string>(StringComparer.Ordinal) { ["ko"] = "김치찌개" }).Here().Should().Be("김치찌개");
    }
}
