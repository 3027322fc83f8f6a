using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using Xunit.Abstractions;

namespace TableOrder.Tests.Web;

/// <summary>
/// How many SQL statements the first view of each of the manager's pages needs, whatever they ask about: no more in a house with a long past than in one on its first day.
/// ORDERS=1000000 in the environment makes the past as long.
/// </summary>
public sealed class ManagerPageStatementsTests(HeardHouse young, OldHeardHouse old, ITestOutputHelper output)
    : IClassFixture<HeardHouse>,
        IClassFixture<OldHeardHouse>
{
    /// <summary>A page that finds little where it looks goes on ten times, two statements each.</summary>
    private const int FurtherLooks = 2 * 10;

    [Theory]
    [InlineData("/manager", 21)]
    [InlineData("/manager/orders", 15)]
    [InlineData("/manager/orders?status=placed", 15)]
    [InlineData("/manager/orders?status=served", 15)]
    [InlineData("/manager/orders?number=3", 15)]
    [InlineData("/manager/orders?amount=1000-99000", 15)]
    [InlineData("/manager/orders?amount=1-1", 15 + FurtherLooks)]
    [InlineData("/manager/orders?table={table}", 15)]
    [InlineData("/manager/orders?item={item}", 15 + OrderDaysSql.MostDays)] // one for each day on which the dish was ordered, until the page is full
    [InlineData("/manager/orders?table={table}&item={item}&amount=1000-99000", 15)]
    [InlineData("/manager/orders/{order}", 21)]
    [InlineData("/manager/bills", 14)]
    [InlineData("/manager/bills?state=open", 14)]
    [InlineData("/manager/bills?state=paid", 14)]
    [InlineData("/manager/bills?order=1", 14)]
    [InlineData("/manager/bills?table={table}", 14)]
    [InlineData("/manager/bills?amount=1000", 14 + FurtherLooks)]
    [InlineData("/manager/bills/{seating}", 20)]
    [InlineData("/manager/bills/day", 18)]
    [InlineData("/manager/bills/day?day={day}", 19)]
    [InlineData("/manager/bills/days", 12)]
    [InlineData("/manager/calls", 13)]
    [InlineData("/manager/menu", 17)]
    [InlineData("/manager/menu?view=options", 17)]
    [InlineData("/manager/menu/files", 8)]
    [InlineData("/manager/sales", 38)]
    [InlineData("/manager/sales?period=week", 38)]
    [InlineData("/manager/sales?period=month", 38)]
    [InlineData("/manager/sales?period=year", 38)]
    [InlineData("/manager/sales?period=range&from=2016-01-01&to=2026-01-01", 13)]
    [InlineData("/manager/tables", 11)]
    [InlineData("/manager/tables?view=plan", 11)]
    [InlineData("/manager/tables/print", 3)]
    [InlineData("/manager/staff", 12)]
    [InlineData("/manager/staff/journal", 15)]
    [InlineData("/manager/settings", 14)]
    public async Task A_page_asks_for_no_more_where_there_is_a_long_past(string page, int most)
    {
        var (firstDay, longPast) = (await young.OpenAsync(page), await old.OpenAsync(page));

        foreach (var (asked, html) in new[] { firstDay, longPast })
        {
            html.Should().ContainAny("class=\"live", "class=\"print-page", "it is the page itself");
            asked.Count.Should().BeLessThanOrEqualTo(most, "{0} asks no more than that:\n{1}", page, string.Join('\n', asked));
        }

        output.WriteLine($"{page}: {firstDay.Asked.Count} on the first day, {longPast.Asked.Count} after {LongPast.Orders} orders");
    }
}
