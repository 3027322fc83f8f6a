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
            { "UPDATE payments SET amount = amount + 1 WHERE kind = 'payment'", "seating *: paid is *, counted *" },
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
        await House.OrderAsync(third, Dishes.Pancake);
        await House.CallDesk.CallAsync(third, new CallStaff(CallKind.Water));
        first.Status.Should().Be(OrderStatus.Placed);
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
}
