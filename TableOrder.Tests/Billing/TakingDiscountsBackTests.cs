using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Journal;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Billing;

/// <summary>A discount that was a mistake, on a real database.</summary>
public sealed class TakingDiscountsBackTests : HouseTests
{
    [Fact]
    public async Task A_discount_taken_back_is_due_again_and_both_stand_on_the_bill()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        var discount = await GiveAsync(order.SeatingId, 3000);
        var version = (await BillAsync(order.SeatingId)).Version;

        var back = (await TakeBackAsync(order.SeatingId, discount)).Value;

        back.Should()
            .BeEquivalentTo(
                new
                {
                    Kind = DiscountKind.TakenBack,
                    Amount = new Money(3000),
                    Of = (Guid?)discount.Id,
                    Reason = "the wrong table",
                }
            );
        var bill = await BillAsync(order.SeatingId);
        (bill.Sums.Due, bill.Sums.Discounts, bill.Lapsed).Should().Be((order.Total, Money.Zero, Money.Zero));
        bill.Discounts.Select(entry => entry.Id).Should().Equal(discount.Id, back.Id);
        bill.IsTakenBack(bill.Discounts[0]).Should().BeTrue();
        bill.Version.Should().BeGreaterThan(version);
        House.Ask("SELECT count(*) FROM journal WHERE act = $1 AND detail LIKE '%3000%wrong table%'", Acts.DiscountTakenBack).Should().Be(1);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Orders_that_were_paid_with_it_are_not_paid_any_more_until_the_rest_is()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        var discount = await GiveAsync(order.SeatingId, 3000);
        await House.PayAsync(order.SeatingId, order.Total - new Money(3000));
        (await NowAsync(order)).PaidAt.Should().NotBeNull();

        await TakeBackAsync(order.SeatingId, discount);

        (await NowAsync(order)).PaidAt.Should().BeNull();
        House.Ask("SELECT count(*) FROM order_events WHERE event_type = 'order_refunded' AND detail LIKE '%the wrong table%'").Should().Be(1);
        Recount.ShouldAgree(House);
        await House.PayAsync(order.SeatingId, new Money(3000));
        (await NowAsync(order)).PaidAt.Should().NotBeNull();
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Pressed_twice_or_by_two_it_is_taken_back_once()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        var discount = await GiveAsync(order.SeatingId, 3000);

        var presses = await Task.WhenAll(TakeBackAsync(order.SeatingId, discount), TakeBackAsync(order.SeatingId, discount));

        presses.Select(press => press.Value.Id).Distinct().Should().ContainSingle();
        (await BillAsync(order.SeatingId)).Sums.Due.Should().Be(order.Total);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task What_lapsed_with_cancelled_lines_is_not_due_again()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Cola);
        var cola = order.Lines[1];
        var pancake = await GiveAsync(order.SeatingId, order.Lines[0].Total.Minor);
        var rest = await GiveAsync(order.SeatingId, cola.Total.Minor);
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "spilled") { Lines = [new CancelLine(order.Lines[0].Id)] });
        (await BillAsync(order.SeatingId)).Lapsed.Should().Be(order.Lines[0].Total);

        await TakeBackAsync(order.SeatingId, pancake);

        var bill = await BillAsync(order.SeatingId);
        (bill.Sums.Due, bill.Lapsed).Should().Be((Money.Zero, Money.Zero), "the other one stands whole");
        Recount.ShouldAgree(House);
        await TakeBackAsync(order.SeatingId, rest);
        (await BillAsync(order.SeatingId)).Sums.Due.Should().Be(cola.Total);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task It_follows_a_party_that_moves_and_becomes_part_of_another()
    {
        var (guest, other) = (await House.SeatAsync(7), await House.SeatAsync(8));
        var order = await House.OrderAsync(guest, Dishes.Pancake);
        await House.OrderAsync(other, Dishes.Cola);
        var discount = await GiveAsync(order.SeatingId, 3000);
        await House.Moving.MoveAsync(House.Floor, order.SeatingId, (await House.TableAsync(9)).Id);
        await House.Moving.MergeAsync(House.Floor, order.SeatingId, other.SeatingId!.Value);
        var before = (await BillAsync(order.SeatingId)).Sums.Due;

        (await TakeBackAsync(order.SeatingId, discount)).Refusal.Should().BeNull("whoever names the one means the other");

        (await BillAsync(other.SeatingId!.Value)).Sums.Due.Should().Be(before + new Money(3000));
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task What_nobody_gave_another_bill_s_and_a_party_that_left_are_refused()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        var elsewhere = await House.OrderAsync(await House.SeatAsync(8), Dishes.Pancake);
        var discount = await GiveAsync(order.SeatingId, 3000);
        var payment = (await House.PayAsync(order.SeatingId, order.Total - new Money(3000)))!;
        await House.Payments.RefundAsync(House.Manager, new RefundPayment(Guid.NewGuid(), payment.Id, new Money(500), "cold"));
        var refunded = (await BillAsync(order.SeatingId)).Discounts.Single(entry => entry.Kind == DiscountKind.Refunded);

        (await TakeBackAsync(order.SeatingId, refunded)).Refusal!.Code.Should().Be(BillRefusal.NotGiven);
        (await TakeBackAsync(elsewhere.SeatingId, discount)).Refusal!.Code.Should().Be(Refusal.NotFound);
        (await TakeBackAsync(Guid.NewGuid(), discount)).Refusal!.Code.Should().Be(Refusal.NotFound);
        var asked = new TakeBackDiscount(order.SeatingId, discount.Id, " ");
        (await House.Get<DiscountDesk>().TakeBackAsync(House.Manager, asked)).Refusal!.Errors.Should().ContainKey("reason");
        (await House.Get<DiscountDesk>().TakeBackAsync(House.Floor, asked with { Reason = "x" })).Refusal!.Code.Should().Be(Refusal.Forbidden);
        await House.CloseAsync(order.SeatingId, force: true);
        (await TakeBackAsync(order.SeatingId, discount)).Refusal!.Code.Should().Be(SeatingRefusal.SeatingClosed);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task No_more_is_written_off_than_was_agreed()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        var close = new CloseSeating(order.SeatingId)
        {
            Force = true,
            WriteOffReason = "ran away",
            WriteOffAtMost = Money.Zero,
        };
        foreach (var to in new[] { LineStatus.Preparing, LineStatus.Ready, LineStatus.Served })
        {
            await House.Orders.StepAsync(House.Manager, new StepOrder(order.Id, to));
        }

        (await House.Closing.CloseAsync(House.Manager, close))
            .Refusal.Should()
            .BeEquivalentTo(new BillRefusal(BillRefusal.MoreDue) { AtMost = order.Total });
        (await House.Closing.CloseAsync(House.Manager, close with { WriteOffAtMost = order.Total })).Refusal.Should().BeNull();

        (await BillAsync(order.SeatingId)).State.Should().Be(BillState.WrittenOff);
        Recount.ShouldAgree(House);
    }

    private async Task<Bill> BillAsync(Guid seating) => (await House.Bills.GetAsync(House.Manager, seating)).Value;

    private async Task<Discount> GiveAsync(Guid seating, long amount) =>
        (await House.Payments.DiscountAsync(House.Manager, new GiveDiscount(seating, "waited long") { Amount = new Money(amount) })).Value;

    private Task<Outcome<Discount>> TakeBackAsync(Guid seating, Discount discount) =>
        House.Get<DiscountDesk>().TakeBackAsync(House.Manager, new TakeBackDiscount(seating, discount.Id, "the wrong table"));

    private async Task<Order> NowAsync(Order order) => (await House.OrderReader.GetAsync(House.Manager, order.Id)).Value;
}
