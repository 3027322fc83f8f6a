using System.Net;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Web;

/// <summary>What the first view of each live page asks the database about orders: the pages go through the readers, and once.</summary>
public sealed class PageStatementsTests(HeardHouse house) : IClassFixture<HeardHouse>
{
    [Theory]
    [InlineData("/kitchen", 2)]
    [InlineData("/kitchen/grill", 2)]
    [InlineData("/manager", 3)]
    [InlineData("/manager/orders", 4)]
    [InlineData("/manager/orders?status=placed", 4)]
    [InlineData("/manager/orders?number=3", 4)]
    [InlineData("/manager/orders?amount=1000-99000", 4)]
    [InlineData("/manager/calls", 0)]
    [InlineData("/manager/sales", 0)]
    [InlineData("/manager/sales?period=year", 0)]
    [InlineData("/menu", 2)]
    [InlineData("/order", 2)]
    public async Task A_page_s_first_view_asks_for_ids_and_then_for_their_orders(string page, int questions)
    {
        house.Statements.Forget();

        var answer = await house.Browser.GetAsync(new Uri(page, UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("class=\"live", "it is the live page itself");

        // What another screen has read already in the same version is not read again.
        var shared =
            page.StartsWith("/kitchen", StringComparison.Ordinal) ? 1
            : page.StartsWith("/manager/orders", StringComparison.Ordinal) ? 2 // the open ones, and those that were found
            : 0;
        house.Statements.OfOrders.Count.Should().BeInRange(questions - shared, questions);
    }

    [Fact]
    public async Task An_order_s_page_asks_for_it_for_its_log_and_for_its_party_s_bill()
    {
        house.Statements.Forget();

        var answer = await house.Browser.GetAsync(new Uri($"/manager/orders/{house.Order}", UriKind.Relative));

        (await answer.Content.ReadAsStringAsync()).Should().Contain("data-event=\"Placed\"");

        // Itself; the party's ids, their orders, and what the log tells of the lines of its bill.
        house.Statements.OfOrders.Should().HaveCount(4);
        house
            .Statements.All.Count(sql =>
                sql.Contains("FROM order_events", StringComparison.Ordinal) && sql.Contains("WHERE order_id = ", StringComparison.Ordinal)
            )
            .Should()
            .Be(1);
    }
}
