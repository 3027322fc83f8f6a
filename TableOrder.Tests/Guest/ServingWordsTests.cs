using System.Globalization;
using TableOrder.Core.Menu;
using TableOrder.Web.Guest;
using static TableOrder.Tests.Guest.Dishes;

namespace TableOrder.Tests.Guest;

public sealed class ServingWordsTests
{
    [Theory]
    [InlineData("en", new int[0], "11:00–15:00")]
    [InlineData("en", new[] { 1, 2, 3, 4, 5 }, "Mon–Fri 11:00–15:00")]
    [InlineData("ko", new[] { 1, 2, 3, 4, 5 }, "월–금 11:00–15:00")]
    [InlineData("ko", new[] { 0, 6 }, "토 · 일 11:00–15:00")]
    [InlineData("en", new[] { 1, 3, 5 }, "Mon · Wed · Fri 11:00–15:00")]
    [InlineData("en", new[] { 0, 1, 2, 3, 4, 5, 6 }, "11:00–15:00")]
    public void Hours_read_as_people_say_them(string language, int[] days, string words)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var lunch = new ServingHours(new TimeOnly(11, 0), new TimeOnly(15, 0), [.. days.Select(day => (DayOfWeek)day)]);

        ServingWords.Of(Dish() with { Hours = [lunch] }).Should().Be(words);
        ServingWords.Of(Dish()).Should().BeNull();
    }
}
