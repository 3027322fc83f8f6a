using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Web.Manager.Bills;

namespace TableOrder.Tests.Manager;

public sealed class BillFilterTests
{
    [Fact]
    public void What_is_looked_for_stands_in_the_address_and_is_read_from_it()
    {
        var table = Guid.NewGuid();
        var filter = BillFilter.Of("2026-11-28", $"{table}", "WRITTENOFF", "#12", " 17,000 ", "pi_3&x=1");

        filter.Address.Should().Be($"/manager/bills?day=2026-11-28&table={table}&state=writtenoff&order=12&amount=17%2C000&reference=pi_3%26x%3D1");
        filter
            .Query("KRW")
            .Should()
            .Be(
                new BillQuery
                {
                    Day = new DateOnly(2026, 11, 28),
                    TableId = table,
                    State = BillState.WrittenOff,
                    OrderNumber = 12,
                    Amount = new Money(17_000),
                    Reference = "pi_3&x=1",
                }
            );
    }

    [Fact]
    public void What_an_address_cannot_mean_does_not_narrow()
    {
        var filter = BillFilter.Of("28.11.2026", "seven", "lost", "twelve", null, " ");

        (filter.IsEmpty, filter.Address, filter.Query("KRW")).Should().Be((true, "/manager/bills", new BillQuery()));
    }

    [Fact]
    public void An_amount_that_is_none_finds_nothing_instead_of_everything()
    {
        BillFilter.Of(null, null, null, null, "a lot", null).Query("KRW").Should().BeNull();
        BillFilter.Of(null, null, null, null, "12.5", null).Query("KRW").Should().BeNull("won have no parts");
        BillFilter.Of(null, null, null, null, "12.5", null).Query("USD")!.Amount.Should().Be(new Money(1250));
    }
}
