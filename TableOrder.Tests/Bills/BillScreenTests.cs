using Bunit;
using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Tests.Guest;
using TableOrder.Web.Bills;
using static TableOrder.Tests.Bills.PartyBills;
using BillLines = TableOrder.Web.Bills.BillLines;

namespace TableOrder.Tests.Bills;

public sealed class BillScreenTests : GuestScreen
{
    private readonly BillLine soju = Line("Soju", 5000, 3, guest: "Mina");

    [Fact]
    public void A_line_says_who_chose_it_when_and_from_where_and_what_one_costs()
    {
        var lines = Lines(Of([soju]));

        lines.Find("header").TextContent.Should().Contain("Order 12").And.Contain("from a phone");
        lines.Find("li").TextContent.Should().Contain("₩5,000 each").And.Contain("chosen by Mina");
        lines.Find("li .sum").TextContent.Should().Be("₩15,000");
        lines.Find("li").HasAttribute("data-paid").Should().BeFalse();
    }

    [Fact]
    public void What_was_taken_back_says_when_by_whom_and_why()
    {
        var gone = Line("Rice", 1000, 0) with { Cancelled = [new BillCancellation(Evening, 2, ByStaff: true, "ran out")] };

        var lines = Lines(Of([gone]));

        lines.Find(".what > s").TextContent.Should().Be("Rice");
        lines.Find(".taken").TextContent.Should().Contain("2×").And.Contain("by the staff").And.Contain("ran out");
        lines.Find(".sum").TextContent.Should().Be("–");
    }

    [Fact]
    public void A_line_is_paid_in_part_then_whole_and_says_where_somebody_is_just_paying()
    {
        var held = Paid(5000, new PaidLine(soju.Id, 1)) with { Status = PaymentStatus.Pending };

        Lines(Of([soju], Paid(10000, new PaidLine(soju.Id, 2)))).Find(".state").TextContent.Should().Be("2 of 3 paid");
        Lines(Of([soju], Paid(10000, new PaidLine(soju.Id, 2)), held)).Find(".state").TextContent.Should().Be("Being paid");
        Lines(Of([soju], Paid(15000))).Find("li").GetAttribute("data-paid").Should().Be("all");
    }

    [Fact]
    public void What_of_a_discount_went_with_a_cancelled_line_stands_with_its_reason_and_adds_to_nothing()
    {
        var given = new Discount(Guid.CreateVersion7(), DiscountKind.Given, new Money(8000), Percent: null, "late", "manager", Evening);
        var bill = Of([soju]);

        var sum = Sum(bill with { Sums = bill.Sums with { Discounts = new Money(3000) }, Discounts = [given] });

        sum.Find(".off")
            .TextContent.Should()
            .Contain("late (₩8,000)")
            .And.Contain("₩5,000 of it went with what was cancelled")
            .And.Contain("−₩3,000");
        sum.FindAll("dd").Select(amount => amount.TextContent).Should().Equal("₩15,000", "−₩3,000", "₩12,000");
    }

    [Fact]
    public void The_sums_tell_of_change_of_what_is_being_paid_and_of_what_is_left()
    {
        var cash = Paid(5000) with { Tendered = new Money(10000) };
        var sum = Sum(Of([soju], cash, Paid(4000) with { Status = PaymentStatus.Pending, Method = "online" }));

        sum.FindAll(".entries li")[0].TextContent.Should().Contain("Given ₩10,000, change ₩5,000").And.Contain("−₩5,000");
        sum.FindAll(".entries li")[1].TextContent.Should().Contain("In progress");
        sum.Find(".held").TextContent.Should().Contain("₩4,000");
        sum.Find(".due").GetAttribute("data-due").Should().Be("10000");
    }

    [Fact]
    public void What_is_paid_says_so_and_what_is_paid_beyond_is_credit()
    {
        Sum(Of([soju], Paid(15000))).Find(".due").TextContent.Should().Contain("All paid");
        Sum(Of([soju], Paid(16000))).Find(".due").TextContent.Should().Contain("Credit").And.Contain("₩1,000");
    }

    [Fact]
    public void A_receipt_has_what_was_had_and_nothing_that_was_not()
    {
        var gone = Line("Rice", 1000, 0) with { Cancelled = [new BillCancellation(Evening, 1, ByStaff: false, Reason: null)] };
        var receipt = Render<Receipt>(parameters =>
            parameters.Add(p => p.Bill, Of([soju, gone], Paid(15000))).Add(p => p.House, House).Add(p => p.PrintedAt, Evening)
        );

        receipt.FindAll("tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain("Soju").And.Contain("₩15,000");
        receipt.Find("header").TextContent.Should().Contain("Moon").And.Contain("Table 5");
    }

    private IRenderedComponent<BillLines> Lines(Bill bill) =>
        Render<BillLines>(parameters => parameters.Add(p => p.Bill, bill).Add(p => p.House, House));

    private IRenderedComponent<BillSum> Sum(Bill bill) => Render<BillSum>(parameters => parameters.Add(p => p.Bill, bill).Add(p => p.House, House));
}
