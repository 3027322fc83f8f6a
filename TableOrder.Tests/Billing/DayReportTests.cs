using Microsoft.Data.Sqlite;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Journal;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Billing;

/// <summary>The drawer is counted, and the day's report written: on a real database.</summary>
public sealed class DayReportTests : HouseTests
{
    private DayReportDesk Desk => House.Get<DayReportDesk>();

    [Fact]
    public async Task A_report_holds_all_figures_of_the_day_as_they_were_then()
    {
        var first = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake, Dishes.Cola);
        var second = await House.OrderAsync(await House.SeatAsync(8), Dishes.Pancake);
        var open = await House.OrderAsync(await House.SeatAsync(9), Dishes.Cola);
        var gone = await House.OrderAsync(await House.SeatAsync(10), Dishes.Cola);
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(gone.Id, "x"));
        await House.Payments.DiscountAsync(House.Manager, new GiveDiscount(first.SeatingId, "late") { Amount = new Money(1000) });
        var paid = (await House.PayAsync(first.SeatingId, first.Total - new Money(1000)))!;
        await House.Payments.TakeAsync(House.Floor, new TakePayment(Guid.NewGuid(), second.SeatingId, second.Total, Payment.Terminal));
        await House.Payments.RefundAsync(House.Manager, new RefundPayment(Guid.NewGuid(), paid.Id, new Money(700), "cold"));

        var report = (await CountAsync(difference: -500, note: "a note was torn")).Value;

        var cash = first.Total - new Money(1000);
        report.Expected.Should().Be(new Money(50_000) + cash - new Money(700));
        (report.Difference, report.Note, report.By).Should().Be((new Money(-500), "a note was torn", House.Manager.LogName));
        var totals = report.Totals;
        (totals.Sales, totals.Orders, totals.Cancelled).Should().Be((first.Total + second.Total + open.Total, 4, 1));
        (totals.Discounts, totals.WrittenOff, totals.Adjusted).Should().Be((new Money(1000), Money.Zero, new Money(700)));
        totals.Moved.Payments.Should().Equal(new MethodMoney(Payment.Cash, 1, cash), new MethodMoney(Payment.Terminal, 1, second.Total));
        totals.Moved.Refunds.Should().Equal(new MethodMoney(Payment.Cash, 1, new Money(700)));
        (totals.OpenBills, totals.OpenDue, totals.CountedBy).Should().Be((1, open.Total, House.Manager.Name));
        totals.Bills.Count.Should().Be(4);
        totals.Bills.Total.Should().Be(totals.Sales - totals.Discounts - totals.Adjusted);
        House.Ask("SELECT count(*) FROM journal WHERE act = $1 AND detail LIKE '%-500%'", Acts.DayCounted).Should().Be(1);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Taxes_and_service_are_those_of_the_parties_receipts()
    {
        await House.ExecuteAsync("UPDATE settings SET service_rate = 777");
        await House.ExecuteAsync("UPDATE menu_items SET tax_rate = 0 WHERE rowid % 2 = 0");
        var bills = new List<Bill>();
        foreach (var table in Enumerable.Range(1, 5))
        {
            var order = await House.OrderAsync(await House.SeatAsync(table), Dishes.Pancake, Dishes.Rice, Dishes.Cola);
            await House.Payments.DiscountAsync(House.Manager, new GiveDiscount(order.SeatingId, "x") { Amount = new Money(table * 37) });
            bills.Add((await House.Bills.GetAsync(House.Manager, order.SeatingId)).Value);
        }

        var day = (await CountAsync()).Value.Totals.Bills;

        day.Service.Should().Be(bills.Aggregate(Money.Zero, (sum, bill) => sum + bill.Sums.Service));
        foreach (var rate in bills.SelectMany(bill => bill.Taxes).GroupBy(tax => tax.Rate))
        {
            day.Taxes.Single(tax => tax.Rate == rate.Key).Tax.Should().Be(rate.Aggregate(Money.Zero, (sum, tax) => sum + tax.Tax));
        }

        day.Taxes.Aggregate(Money.Zero, (sum, tax) => sum + tax.Net + tax.Tax).Should().Be(day.Total);
    }

    [Fact]
    public async Task What_moves_after_the_count_stands_beside_the_report_even_in_the_same_moment()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        var before = (await House.PayAsync(order.SeatingId, new Money(1000)))!;
        var report = (await CountAsync()).Value;

        await House.PayAsync(order.SeatingId, new Money(500));
        await House.Payments.RefundAsync(House.Manager, new RefundPayment(Guid.NewGuid(), before.Id, new Money(200), "x"));

        var view = await ViewAsync();
        view.Report.Should().BeEquivalentTo(report, "it stays as it was written");
        (view.Since!.Taken, view.Since.GivenBack).Should().Be((new Money(500), new Money(200)));
        (report.Totals.Moved.Taken, report.Totals.Moved.GivenBack).Should().Be((new Money(1000), Money.Zero));
        Recount.ShouldAgree(House);

        // The clock may go back, too.
        House.Clock.Now -= TimeSpan.FromMinutes(3);
        await House.PayAsync(order.SeatingId, new Money(50));
        (await ViewAsync()).Since!.Taken.Should().Be(new Money(550));
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_day_is_counted_once_by_whomever()
    {
        var first = (await CountAsync()).Value;

        (await CountAsync()).Refusal!.Code.Should().Be(BillRefusal.DayCounted);

        (await ViewAsync()).Report.Should().BeEquivalentTo(first);
    }

    [Fact]
    public async Task The_file_itself_refuses_to_change_or_remove_a_report()
    {
        await CountAsync();

        foreach (var sql in new[] { "UPDATE day_reports SET counted = counted + 1", "DELETE FROM day_reports" })
        {
            var wrong = () => House.ExecuteAsync(sql);
            (await wrong.Should().ThrowAsync<SqliteException>()).WithMessage("*a day report is never*");
        }

        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_day_before_that_nobody_counted_can_be_and_one_to_come_cannot()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        await House.PayAsync(order.SeatingId, new Money(1000));
        var yesterday = (await ViewAsync()).Day;
        House.Clock.Now += TimeSpan.FromDays(1);
        await House.PayAsync(order.SeatingId, new Money(3000));

        var count = new CountDay(yesterday, new Money(300), new Money(1300), new Money(1300));
        (await Desk.CountAsync(House.Manager, count)).Value.Totals.Moved.Taken.Should().Be(new Money(1000));

        (await Desk.CountAsync(House.Manager, count with { Day = yesterday.AddDays(2) })).Refusal!.Errors.Should().ContainKey("day");
        (await House.Get<DayReportReader>().GetAsync(House.Manager, yesterday.AddDays(2))).Refusal!.Errors.Should().ContainKey("day");
        var today = await ViewAsync();
        (today.Report, today.LastFloat).Should().Be((null, (Money?)new Money(300)));
        var days = (await House.Get<DayReportReader>().MonthAsync(House.Manager, yesterday.Year, yesterday.Month)).Value;
        days.Single(day => day.Day == yesterday).Report!.Counted.Should().Be(new Money(1300));
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Only_a_manager_counts_and_reads()
    {
        var count = new CountDay((await ViewAsync()).Day, Money.Zero, Money.Zero, Money.Zero);
        (await Desk.CountAsync(House.Floor, count)).Refusal!.Code.Should().Be(Refusal.Forbidden);
        (await House.Get<DayReportReader>().GetAsync(House.Kitchen)).Refusal!.Code.Should().Be(Refusal.Forbidden);
        (await House.Get<DayReportReader>().MonthAsync(House.Manager, 2026, 13)).Refusal!.Errors.Should().ContainKey("month");
    }

    private async Task<DayView> ViewAsync() => (await House.Get<DayReportReader>().GetAsync(House.Manager)).Value;

    private async Task<Outcome<DayReport>> CountAsync(long difference = 0, string? note = null)
    {
        var view = await ViewAsync();
        var expected = new Money(50_000) + view.Totals.Moved.Cash;
        return await Desk.CountAsync(House.Manager, new CountDay(view.Day, new Money(50_000), expected + new Money(difference), expected, note));
    }
}
