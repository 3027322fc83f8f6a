using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Checking;

/// <summary>Bills, payments, calls and parties that became one must agree with what is kept of them.</summary>
public sealed class BillDamageTests : HouseTests
{
    /// <summary>What is done behind everybody's back, and a line that tells of it.</summary>
    public static TheoryData<string, string> Damages =>
        new()
        {
            { "UPDATE seatings SET paid = paid + 1 WHERE paid > 0", "seating *: paid is *, counted *" },
            { "UPDATE seatings SET refunded = refunded + 1 WHERE refunded > 0", "seating *: refunded is *, counted *" },
            { "UPDATE seatings SET discounts = discounts + 1 WHERE discounts > 0", "seating *: discounts is *, counted *" },
            { "UPDATE seatings SET adjustments = adjustments + 1 WHERE adjustments > 0", "seating *: adjustments is *, counted *" },
            {
                "UPDATE seatings SET discounts = 99999999, lapsed_discounts = -99999999 + 2 * discounts WHERE discounts > 0",
                "seating *: more was given off than there is"
            },
            { "DELETE FROM discounts WHERE kind = 'takenBack'", "seating *: discounts is *, counted *" },
            { "UPDATE discounts SET amount = amount + 1 WHERE kind = 'takenBack'", "discount *: takes back * of *" },
            { "UPDATE discounts SET of_id = id WHERE kind = 'takenBack'", "discount *: takes back * of 0" },
            { "UPDATE payments SET amount = amount + 1 WHERE kind = 'payment'", "seating *: paid is *, counted *" },
            { "UPDATE payments SET amount = amount + 1 WHERE kind = 'payment'", "day report *: payments by cash is *, counted *" },
            { "UPDATE payments SET moved_at = moved_at + 1000 WHERE kind = 'refund'", "day report *: refunds by cash is 500 in 1, counted nothing" },
            { "UPDATE payments SET method = 'terminal' WHERE kind = 'payment'", "day report *: expected in the drawer is *, counted *" },
            { "UPDATE payments SET amount = amount + 1 WHERE kind = 'payment'", "statistics_days *: payments is *, counted *" },
            { "DELETE FROM payments WHERE kind = 'refund'", "statistics_days *: refunds is *, counted 0" },
            { "UPDATE payments SET business_day = '2020-01-01' WHERE kind = 'refund'", "statistics_days 2020-01-01: refunds is 0, counted *" },
            { "UPDATE payments SET amount = 99999999 WHERE kind = 'refund'", "payment *: 99999999 went back of *" },
            { "UPDATE payments SET of_id = id WHERE kind = 'refund'", "payment *: * went back of 0" },
            { "UPDATE orders SET paid_at = NULL WHERE number = 1", "seating *: 0 is due, 1 of its orders are not paid" },
            { "UPDATE orders SET paid_at = NULL WHERE number = 1", "*(#1 *: paid is False, its events say True" },
            { "UPDATE orders SET paid_at = 1 WHERE paid_at IS NULL", "*(#3 *: paid is True, its events say False" },
            {
                "UPDATE order_events SET detail = '{\"lines\":[]}' WHERE event_type = 'order_paid'",
                "*: the event of version * is order_paid, paid *"
            },
            {
                "UPDATE calls SET state = 'confirmed', answered_at = created_at WHERE state = 'waiting'",
                "statistics_calls * water: waiting is 1, counted 0"
            },
            { "UPDATE statistics_calls SET seconds = seconds + 1", "statistics_calls *: seconds is *, counted *" },
            {
                "UPDATE seatings SET closed_at = 1 WHERE id IN (SELECT seating_id FROM calls WHERE state = 'waiting')",
                "seating *: closed, 1 of its calls wait"
            },
            { "UPDATE seatings SET merged_into = id WHERE merged_into IS NOT NULL", "seating *: merged into *, which does not stand by itself *" },
            { "UPDATE seatings SET has_merged = 0", "seating *: merged into *, which does not stand by itself or does not know it" },
            { "UPDATE seatings SET closed_at = NULL WHERE merged_into IS NOT NULL", "seating *: merged into *, which does not stand by itself *" },
            {
                "UPDATE guests SET seating_id = (SELECT id FROM seatings WHERE merged_into IS NOT NULL)",
                "seating *: merged into *, but * things stayed behind"
            },
            { "UPDATE orders SET table_id = (SELECT id FROM tables WHERE name = '1') WHERE number = 2", "*(#2 *: stands at table *, its party at *" },
        };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var (guest, other, third) = (await House.SeatAsync(7), await House.SeatAsync(8), await House.SeatAsync(9));
        var first = await House.OrderAsync(guest, Dishes.Pancake);
        await House.OrderAsync(other, Dishes.Cola);
        await House.Moving.MergeAsync(House.Floor, guest.SeatingId!.Value, other.SeatingId!.Value);
        await House.Payments.DiscountAsync(House.Manager, new GiveDiscount(other.SeatingId!.Value, "friends") { Percent = 10 });
        var due = (await House.Bills.GetAsync(House.Floor, other.SeatingId)).Value.Sums.Due;
        var payment = (await House.PayAsync(other.SeatingId!.Value, due))!;
        await House.Payments.RefundAsync(House.Manager, new RefundPayment(Guid.NewGuid(), payment.Id, new Money(500), "cold"));
        var mistake = await House.Payments.DiscountAsync(
            House.Manager,
            new GiveDiscount(other.SeatingId!.Value, "a mistake") { Amount = new Money(700) }
        );
        await House.Get<DiscountDesk>().TakeBackAsync(House.Manager, new TakeBackDiscount(other.SeatingId!.Value, mistake.Value.Id, "a mistake"));
        await CountAsync();
        await House.OrderAsync(third, Dishes.Pancake);
        await House.CallDesk.CallAsync(third, new CallStaff(CallKind.Water));
        first.Status.Should().Be(OrderStatus.Placed);
    }

    /// <summary>The report itself stays as it was written, or the file says no: so a wrong one is planted beside it.</summary>
    [Theory]
    [InlineData("1", "expected in the drawer is *, counted *")]
    [InlineData("'{\"nothing\": 1}'", "cannot be read: *")]
    public async Task A_day_report_that_does_not_follow_from_its_entries_is_named(string planted, string line)
    {
        var (expected, figures) = planted.StartsWith('{') || planted.StartsWith('\'') ? ("expected", planted) : ("expected + 1", "figures");
        await House.ExecuteAsync(
            $"""
            INSERT INTO day_reports (business_day, counted_at, actor, opening_float, counted, expected, note, figures)
            SELECT '2020-01-01', counted_at, actor, 5, 5, {(
                string.Equals(figures, "figures", StringComparison.Ordinal) ? expected : "5"
            )}, note, {figures} FROM day_reports
            """
        );

        Recount.Check(House).Disagreements.Should().ContainMatch($"day report 2020-01-01: {line}");
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task What_was_changed_is_named(string sql, string line)
    {
        Recount.ShouldAgree(House);

        (await House.Writer.RunAsync<int>(tx => tx.Session.Execute(sql))).Value.Should().BePositive();

        var report = Recount.Check(House);
        report.Disagreements.Should().ContainMatch(line);
    }

    private async Task CountAsync()
    {
        var day = (await House.Get<DayReportReader>().GetAsync(House.Manager)).Value;
        var expected = new Money(50_000) + day.Totals.Moved.Cash;
        var count = new CountDay(day.Day, new Money(50_000), expected, expected);
        (await House.Get<DayReportDesk>().CountAsync(House.Manager, count)).Refusal.Should().BeNull();
    }
}
