using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Payments;

/// <summary>Money that a provider took goes back through it, exactly once.</summary>
public sealed class GivingBackTests(FakeProvider fake) : PayingHouse(fake)
{
    [Fact]
    public async Task A_refund_goes_through_the_provider_and_is_no_debt_again()
    {
        var guest = await DinedAsync();
        var payment = await PaidAsync(guest);

        var refund = (await RefundAsync(payment, 3_000)).Value.Payment;

        refund
            .Should()
            .BeEquivalentTo(
                new
                {
                    Kind = PaymentKind.Refund,
                    Status = PaymentStatus.Succeeded,
                    Method = "online",
                }
            );
        (await Fake.GivenBackAsync(payment.Id)).Should().Be(3_000);
        (await BillAsync(guest)).Sums.Should().BeEquivalentTo(new { Refunded = new Money(3_000), Due = Money.Zero });
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_refund_that_is_sent_again_gives_back_once()
    {
        var guest = await DinedAsync();
        var payment = await PaidAsync(guest);
        var request = Guid.NewGuid();

        await RefundAsync(payment, 3_000, request);
        var again = (await RefundAsync(payment, 3_000, request)).Value;

        again.Should().BeEquivalentTo(new { Created = false, Payment = new { Status = PaymentStatus.Succeeded } });
        (await Fake.GivenBackAsync(payment.Id)).Should().Be(3_000);
        Recount.ShouldAgree(House);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Also_when_the_first_answer_is_lost(bool sentAgain)
    {
        var guest = await DinedAsync();
        var payment = await PaidAsync(guest);
        var request = Guid.NewGuid();
        await Fake.AnswerAsync(lose: true);

        var first = (await RefundAsync(payment, 3_000, request)).Value.Payment;
        first.Status.Should().Be(PaymentStatus.Pending, "nobody knows whether it went back");
        (await Fake.GivenBackAsync(payment.Id)).Should().Be(3_000, "it did");
        (await RefundAsync(payment, 19_001)).Refusal.Should().BeEquivalentTo(new { Code = BillRefusal.OverRefunded, AtMost = new Money(19_000) });
        if (sentAgain)
        {
            (await RefundAsync(payment, 3_000, request)).Value.Payment.Status.Should().Be(PaymentStatus.Succeeded);
        }
        else
        {
            House.Clock.Now += TimeSpan.FromSeconds(21);
            (await House.News.AskAsync(Actor.System)).Value.Should().Be(1);
        }

        (await EntryAsync(guest, first.Id)).Status.Should().Be(PaymentStatus.Succeeded);
        (await Fake.GivenBackAsync(payment.Id)).Should().Be(3_000);
        (await Fake.CountAsync($"POST /payments/{payment.Id}/refunds")).Should().Be(2);
        (await BillAsync(guest)).Sums.Refunded.Should().Be(new Money(3_000));
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_provider_whose_answers_are_lost_is_asked_until_one_arrives()
    {
        var guest = await DinedAsync();
        var payment = await PaidAsync(guest);
        await Fake.AnswerAsync(times: 2, status: 503, lose: true);

        var refund = (await RefundAsync(payment, 22_000)).Value.Payment;
        House.Clock.Now += TimeSpan.FromSeconds(21);
        (await House.News.AskAsync(Actor.System)).Value.Should().Be(0);
        (await BillAsync(guest)).Sums.Refunded.Should().Be(Money.Zero, "nothing counts before the provider says it");
        House.Clock.Now += TimeSpan.FromSeconds(15);
        (await House.News.AskAsync(Actor.System)).Value.Should().Be(1);

        (await EntryAsync(guest, refund.Id)).Status.Should().Be(PaymentStatus.Succeeded);
        (await Fake.GivenBackAsync(payment.Id)).Should().Be(22_000);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task What_the_provider_never_gives_back_has_failed_and_is_left_to_be_given_otherwise()
    {
        var guest = await DinedAsync();
        var begun = (await BeginAsync(guest)).Value.Payment;
        await Fake.SayAsync(begun.Id, "succeeded");

        // Its books know nothing of a payment that somebody only said was made.
        var refused = await RefundAsync(begun, 22_000);

        refused.Refusal!.Code.Should().Be(BillRefusal.ProviderFailed);
        (await BillAsync(guest)).Sums.Should().BeEquivalentTo(new { Refunded = Money.Zero, Due = Money.Zero });
        (await BillAsync(guest)).Payments.Should().Contain(entry => entry.Kind == PaymentKind.Refund && entry.Status == PaymentStatus.Failed);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_void_goes_back_through_the_provider_too_and_is_due_again()
    {
        var guest = await DinedAsync();
        var payment = await PaidAsync(guest);

        (await House.Payments.VoidAsync(House.Manager, new VoidPayment(Guid.NewGuid(), payment.Id, "Wrong table"))).Refusal.Should().BeNull();

        (await Fake.GivenBackAsync(payment.Id)).Should().Be(22_000);
        (await BillAsync(guest)).Sums.Due.Should().Be(new Money(22_000));
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Credit_of_a_party_that_has_left_goes_back_the_way_it_came()
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;
        await House.CloseAsync(guest.SeatingId!.Value);
        await Fake.DecideAsync(payment.Checkout!);
        await Fake.SayAsync(payment.Id, "succeeded");

        (await RefundAsync(payment, 22_000)).Refusal.Should().BeNull();

        var bill = await BillAsync(guest);
        bill.Sums.Should().BeEquivalentTo(new { Due = Money.Zero, Credit = Money.Zero });
        bill.Discounts.Should().BeEmpty("credit was theirs");
        Recount.ShouldAgree(House);
    }

    private Task<Outcome<EnteredPayment>> RefundAsync(Payment payment, long amount, Guid? request = null) =>
        House.Payments.RefundAsync(House.Manager, new RefundPayment(request ?? Guid.NewGuid(), payment.Id, new Money(amount), "Cold soup"));
}
