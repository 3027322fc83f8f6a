using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Billing;

/// <summary>Money that moves, on a real database.</summary>
public sealed class PaymentDeskTests : HouseTests
{
    [Fact]
    public async Task Cash_with_change_pays_the_bill_its_orders_and_the_day()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake, Dishes.Cola);
        var (seating, total) = (order.SeatingId, order.Total);

        var paid = await TakeAsync(seating, total, tendered: total + new Money(7000));

        paid.Value.Should().BeEquivalentTo(new { Created = true, Payment = new { Change = new Money(7000), Status = PaymentStatus.Succeeded } });
        (await BillAsync(seating)).Sums.Due.Should().Be(Money.Zero);
        (await NowAsync(order)).Should().BeEquivalentTo(new { PaidAt = (DateTimeOffset?)House.Clock.Now, Version = order.Version + 1 });
        (await House.Statistics.TodayAsync(House.Manager)).Value.Payments.Should().Be(total);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task The_same_payment_sent_again_is_entered_once_and_another_under_its_key_is_refused()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        var take = new TakePayment(Guid.NewGuid(), order.SeatingId, new Money(1000), Payment.Cash);
        var first = (await House.Payments.TakeAsync(House.Floor, take)).Value;

        (await House.Payments.TakeAsync(House.Floor, take))
            .Value.Should()
            .BeEquivalentTo(new { Created = false, Payment = new { first.Payment.Id } });
        (await House.Payments.TakeAsync(House.Floor, take with { Amount = new Money(2000) })).Refusal!.Code.Should().Be(OrderRefusal.KeyReused);
        (await House.Payments.TakeAsync(House.Floor, take with { RequestId = Guid.Empty })).Refusal!.Code.Should().Be(OrderRefusal.KeyMissing);

        (await BillAsync(order.SeatingId)).Payments.Should().ContainSingle();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5000)]
    [InlineData(long.MaxValue)]
    [InlineData(100_000_000_001)]
    public async Task Absurd_amounts_are_refused_with_a_sentence(long amount)
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);

        (await TakeAsync(order.SeatingId, new Money(amount))).Refusal!.Errors!.Should().ContainKey("amount");
        var discount = await House.Payments.DiscountAsync(House.Manager, new GiveDiscount(order.SeatingId, "x") { Amount = new Money(amount) });
        discount.Refusal!.Errors!.Should().ContainKey("amount");
    }

    [Fact]
    public async Task More_than_is_due_is_refused_and_says_what_could_be_paid()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        await TakeAsync(order.SeatingId, new Money(1000));

        var refusal = (await TakeAsync(order.SeatingId, order.Total)).Refusal;

        refusal.Should().BeEquivalentTo(new BillRefusal(BillRefusal.Overpaid) { AtMost = order.Total - new Money(1000) });
    }

    [Fact]
    public async Task Each_unit_of_a_line_is_paid_once_until_its_payment_is_void()
    {
        var guest = await House.SeatAsync(7);
        var order = (await House.Orders.PlaceAsync(guest, TestHouse.Cart(House.Line(Dishes.Cola, 3)))).Value.Order;
        var cola = order.Lines[0];
        var two = await TakeAsync(order.SeatingId, cola.UnitPrice * 2, lines: [new PaidLine(cola.Id, 2)]);
        (await BillAsync(order.SeatingId)).Lines[0].UnitsLeft.Should().Be(1);

        (await TakeAsync(order.SeatingId, new Money(1), lines: [new PaidLine(cola.Id, 2)])).Refusal!.Code.Should().Be(BillRefusal.LinePaid);
        (await TakeAsync(order.SeatingId, new Money(1), lines: [new PaidLine(Guid.NewGuid(), 1)])).Refusal!.Errors!.Should().ContainKey("lines");
        (await TakeAsync(order.SeatingId, new Money(1), lines: [new PaidLine(cola.Id, 1), new PaidLine(cola.Id, 1)]))
            .Refusal!.Errors!.Should()
            .ContainKey("lines");
        await House.Payments.VoidAsync(House.Manager, new VoidPayment(Guid.NewGuid(), two.Value.Payment.Id, "wrong table"));

        (await BillAsync(order.SeatingId)).Lines[0].UnitsLeft.Should().Be(3);
    }

    [Fact]
    public async Task A_void_payment_is_due_again_and_its_orders_are_not_paid_any_more()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        var payment = (await House.PayAsync(order.SeatingId, order.Total))!;

        var voided = await House.Payments.VoidAsync(House.Manager, new VoidPayment(Guid.NewGuid(), payment.Id, "wrong table"));

        voided
            .Value.Payment.Should()
            .BeEquivalentTo(
                new
                {
                    Kind = PaymentKind.Void,
                    payment.Amount,
                    Of = (Guid?)payment.Id,
                }
            );
        (await BillAsync(order.SeatingId))
            .Sums.Should()
            .BeEquivalentTo(
                new
                {
                    Due = order.Total,
                    Paid = order.Total,
                    Refunded = order.Total,
                }
            );
        (await NowAsync(order)).PaidAt.Should().BeNull();
        var again = new VoidPayment(Guid.NewGuid(), payment.Id, "again");
        (await House.Payments.VoidAsync(House.Manager, again)).Refusal!.Code.Should().Be(BillRefusal.OverRefunded);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Once_the_party_has_left_nothing_is_void_and_a_refund_is_not_owed_again()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Cola);
        await House.Orders.StepAsync(House.Floor, new StepOrder(order.Id, LineStatus.Served));
        await House.CloseAsync(order.SeatingId);
        var payment = (await BillAsync(order.SeatingId)).Payments.Single();

        (await House.Payments.VoidAsync(House.Manager, new VoidPayment(Guid.NewGuid(), payment.Id, "x"))).Refusal!.Code.Should().Be("seating_closed");
        var part = await RefundAsync(payment, 1000);
        (await RefundAsync(payment, payment.Amount.Minor))
            .Refusal!.Should()
            .BeEquivalentTo(new { AtMost = (Money?)(payment.Amount - new Money(1000)) });

        part.Refusal.Should().BeNull();
        var bill = await BillAsync(order.SeatingId);
        bill.Sums.Should()
            .BeEquivalentTo(
                new
                {
                    Due = Money.Zero,
                    Refunded = new Money(1000),
                    Adjusted = new Money(1000),
                }
            );
        bill.Discounts.Should().ContainSingle(discount => discount.Kind == DiscountKind.Refunded && discount.Amount == new Money(1000));
        (await NowAsync(order)).PaidAt.Should().NotBeNull("nobody owes anything");
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_refund_first_uses_up_the_credit()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake, Dishes.Cola);
        var payment = (await House.PayAsync(order.SeatingId, order.Total))!;
        var cola = order.Lines[1];
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "flat") { Lines = [new CancelLine(cola.Id)] });
        (await BillAsync(order.SeatingId)).Sums.Credit.Should().Be(cola.Total);

        await RefundAsync(payment, cola.Total.Minor);

        var bill = await BillAsync(order.SeatingId);
        bill.Sums.Due.Should().Be(Money.Zero);
        bill.Discounts.Should().BeEmpty("it was credit, nothing else");
    }

    [Fact]
    public async Task Credit_pays_for_the_next_order_in_the_moment_it_is_placed()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Pancake);
        await House.PayAsync(order.SeatingId, order.Total);
        await House.Payments.DiscountAsync(House.Manager, new GiveDiscount(order.SeatingId, "a hair in it") { Percent = 100 });

        var cola = await House.OrderAsync(guest, Dishes.Cola);

        cola.Should().BeEquivalentTo(new { PaidAt = (DateTimeOffset?)House.Clock.Now, Version = 2 });
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Cancelling_what_alone_was_not_paid_pays_the_rest()
    {
        var guest = await House.SeatAsync(7);
        var (pancake, cola) = (await House.OrderAsync(guest, Dishes.Pancake), await House.OrderAsync(guest, Dishes.Cola));
        await House.PayAsync(pancake.SeatingId, pancake.Total);
        (await NowAsync(pancake)).PaidAt.Should().BeNull("the bill as a whole is not paid");

        var cancelled = await House.Orders.CancelAsync(House.Manager, new CancelOrder(cola.Id, "flat"));

        cancelled.Value.Should().BeEquivalentTo(await NowAsync(cola), "what is answered is what is there");
        (await NowAsync(pancake)).PaidAt.Should().NotBeNull();
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Money_counts_for_the_business_day_on_which_it_moves()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        var today = order.BusinessDay;
        House.Clock.Now += TimeSpan.FromDays(1);
        var payment = (await House.PayAsync(order.SeatingId, order.Total))!;
        House.Clock.Now += TimeSpan.FromDays(1);
        await RefundAsync(payment, 1000);

        var days = (await House.Statistics.DaysAsync(House.Manager, today, today.AddDays(2))).Value;

        days[today]
            .Should()
            .BeEquivalentTo(
                new
                {
                    Sales = order.Total,
                    Payments = Money.Zero,
                    Refunds = Money.Zero,
                }
            );
        days[today.AddDays(1)]
            .Should()
            .BeEquivalentTo(
                new
                {
                    Sales = Money.Zero,
                    Payments = order.Total,
                    Refunds = Money.Zero,
                }
            );
        days[today.AddDays(2)].Should().BeEquivalentTo(new { Payments = Money.Zero, Refunds = new Money(1000) });
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_discount_is_never_more_than_the_lines_and_goes_with_those_that_are_cancelled()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Pancake);
        var half = await House.Payments.DiscountAsync(House.Manager, new GiveDiscount(order.SeatingId, "friends") { Percent = 50 });
        half.Value.Amount.Should().Be(order.Total.Times(1, 2));
        var more = new GiveDiscount(order.SeatingId, "more") { Amount = order.Total };
        (await House.Payments.DiscountAsync(House.Manager, more)).Refusal!.Code.Should().Be(BillRefusal.OverDiscounted);

        await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "burnt"));
        var cola = await House.OrderAsync(guest, Dishes.Cola);

        (await BillAsync(order.SeatingId))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Lapsed = half.Value.Amount,
                    Off = Money.Zero,
                    Sums = new { Due = cola.Total },
                }
            );
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Waiters_take_money_and_only_the_manager_gives_it_back_or_gives_something_off()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        var payment = (await House.PayAsync(order.SeatingId, new Money(1000)))!;
        foreach (var actor in new[] { House.Floor, House.Kitchen, Actor.System })
        {
            (await House.Payments.VoidAsync(actor, new VoidPayment(Guid.NewGuid(), payment.Id, "x"))).Refusal!.Code.Should().Be(Refusal.Forbidden);
            (await House.Payments.RefundAsync(actor, new RefundPayment(Guid.NewGuid(), payment.Id, new Money(1), "x")))
                .Refusal!.Code.Should()
                .Be(Refusal.Forbidden);
            (await House.Payments.DiscountAsync(actor, new GiveDiscount(order.SeatingId, "x") { Percent = 1 }))
                .Refusal!.Code.Should()
                .Be(Refusal.Forbidden);
        }

        (await House.Payments.TakeAsync(House.Kitchen, new TakePayment(Guid.NewGuid(), order.SeatingId, new Money(1), Payment.Cash)))
            .Refusal!.Code.Should()
            .Be(Refusal.Forbidden);
        (await RefundAsync(payment, 1, reason: " ")).Refusal!.Errors!.Should().ContainKey("reason");
    }

    [Fact]
    public async Task A_guest_sees_their_own_bill_and_no_other()
    {
        var (guest, other) = (await House.SeatAsync(7), await House.SeatAsync(8));
        var order = await House.OrderAsync(guest, Dishes.Pancake);

        (await House.Bills.GetAsync(guest))
            .Value.Lines.Should()
            .ContainSingle(line => line.OrderId == order.Id && line.Device == "phone" && !line.ByStaff);
        (await House.Bills.GetAsync(guest, other.SeatingId)).Refusal!.Code.Should().Be(Refusal.NotFound);
        (await House.Bills.GetAsync(House.Kitchen, guest.SeatingId)).Refusal!.Code.Should().Be(Refusal.Forbidden);
    }

    private async Task<Bill> BillAsync(Guid seating) => (await House.Bills.GetAsync(House.Manager, seating)).Value;

    private async Task<Order> NowAsync(Order order) => (await House.OrderReader.GetAsync(House.Manager, order.Id)).Value;

    private Task<Outcome<EnteredPayment>> TakeAsync(Guid seating, Money amount, Money? tendered = null, params PaidLine[] lines) =>
        House.Payments.TakeAsync(House.Floor, new TakePayment(Guid.NewGuid(), seating, amount, Payment.Cash) { Tendered = tendered, Lines = lines });

    private Task<Outcome<EnteredPayment>> RefundAsync(Payment payment, long amount, string reason = "cold") =>
        House.Payments.RefundAsync(House.Manager, new RefundPayment(Guid.NewGuid(), payment.Id, new Money(amount), reason));
}
