using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Payments;

/// <summary>From "I want to pay" to the provider's page, on a real database with a provider in a process of its own.</summary>
public sealed class BeginningToPayTests(FakeProvider fake) : PayingHouse(fake)
{
    [Fact]
    public async Task A_guest_pays_the_whole_and_the_provider_says_so()
    {
        await Fake.BeSilentAsync(silent: false);
        var guest = await DinedAsync();

        var begun = (await BeginAsync(guest)).Value;

        begun.Should().BeEquivalentTo(new { Created = true, Payment = new { Status = PaymentStatus.Pending, Amount = new Money(22_000) } });
        (await BillAsync(guest)).Should().BeEquivalentTo(new { Held = new Money(22_000), Owed = Money.Zero });
        (await Fake.DecideAsync(begun.Payment.Checkout!)).Should().Be(new Uri($"{Home}/bill?payment={begun.Payment.Id}"));

        await ShouldAsync(async () => (await BillAsync(guest)).Sums.Due == Money.Zero);
        (await BillAsync(guest))
            .Payments.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    Method = "online",
                    Status = PaymentStatus.Succeeded,
                    Amount = new Money(22_000),
                    By = guest.LogName,
                }
            );
        (await House.CloseAsync(guest.SeatingId!.Value)).Refusal.Should().BeNull();
        Recount.ShouldAgree(House).Should().OnlyContain(order => order.PaidAt != null);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_is_the_same_payment_with_the_same_page()
    {
        var guest = await DinedAsync();
        var request = Guid.NewGuid();

        var first = (await BeginAsync(guest, request: request)).Value;
        var second = (await BeginAsync(guest, request: request)).Value;

        second.Created.Should().BeFalse();
        second.Payment.Should().BeEquivalentTo(first.Payment);
        (await BeginAsync(guest, 1_000, request)).Refusal!.Code.Should().Be("key_reused");
    }

    [Fact]
    public async Task Two_phones_begin_to_pay_the_whole_in_one_moment_and_one_may()
    {
        var guest = await DinedAsync();

        var answers = await Task.WhenAll(BeginAsync(guest), BeginAsync(guest), BeginAsync(guest));

        answers.Should().ContainSingle(answer => answer.Refusal == null);
        answers
            .Where(answer => answer.Refusal is not null)
            .Should()
            .OnlyContain(answer => answer.Refusal!.Code == BillRefusal.Overpaid && ((BillRefusal)answer.Refusal).AtMost == Money.Zero);
        House.Ask("SELECT count(*) FROM payments").Should().Be(1);
    }

    [Fact]
    public async Task The_second_may_after_the_first_has_failed()
    {
        var guest = await DinedAsync();
        var first = (await BeginAsync(guest)).Value.Payment;
        (await BeginAsync(guest)).Refusal!.Code.Should().Be(BillRefusal.Overpaid);
        await Fake.DecideAsync(first.Checkout!, pays: false);

        await Fake.SayAsync(first.Id, "failed");

        (await BeginAsync(guest)).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task What_was_begun_more_than_ten_minutes_ago_holds_nothing_and_counts_all_the_same_when_it_is_paid()
    {
        var guest = await DinedAsync();
        var first = (await BeginAsync(guest)).Value.Payment;
        House.Clock.Now += Payment.Holds - TimeSpan.FromSeconds(1);
        (await BeginAsync(guest)).Refusal!.Code.Should().Be(BillRefusal.Overpaid);
        House.Clock.Now += TimeSpan.FromSeconds(1);
        (await BillAsync(guest)).Held.Should().Be(Money.Zero);

        var second = (await BeginAsync(guest)).Value.Payment;

        await Fake.DecideAsync(first.Checkout!);
        await Fake.DecideAsync(second.Checkout!);
        House.Clock.Now += TimeSpan.FromSeconds(21);
        (await House.News.AskAsync(Actor.System)).Value.Should().Be(2);
        (await BillAsync(guest)).Sums.Credit.Should().Be(new Money(22_000), "both have paid: what is too much is theirs");
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Everybody_pays_a_part_and_the_last_what_is_left()
    {
        var guest = await DinedAsync();
        await PaidAsync(guest, 7_333);
        await PaidAsync(guest, 7_333);

        (await BeginAsync(guest, 7_335)).Refusal.Should().BeEquivalentTo(new { Code = BillRefusal.Overpaid, AtMost = new Money(7_334) });
        await PaidAsync(guest, 7_334);

        (await BillAsync(guest)).Sums.Due.Should().Be(Money.Zero);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_provider_that_is_not_there_takes_nothing_and_holds_nothing()
    {
        var guest = await DinedAsync();
        await Fake.KillAsync();
        var request = Guid.NewGuid();
        try
        {
            (await BeginAsync(guest, request: request)).Refusal!.Code.Should().Be(BillRefusal.ProviderFailed);
        }
        finally
        {
            await Fake.StartAgainAsync();
        }

        (await BillAsync(guest)).Should().BeEquivalentTo(new { Held = Money.Zero, Owed = new Money(22_000) });
        (await BeginAsync(guest, request: request)).Value.Payment.Status.Should().Be(PaymentStatus.Failed, "that request has had its answer");
        await PaidAsync(guest);
        Recount.ShouldAgree(House);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_that_is_sent_twice_and_answered_once_can_be_paid(bool firstIsLost)
    {
        var guest = await DinedAsync();
        var request = Guid.NewGuid();
        var before = await Fake.CountAsync("POST /payments");
        await Fake.AnswerAsync(delaySeconds: 1, lose: firstIsLost);
        var first = BeginAsync(guest, request: request);
        await ShouldAsync(async () => await Fake.CountAsync("POST /payments") > before);
        await Fake.AnswerAsync(lose: true, times: firstIsLost ? 0 : 1);

        await BeginAsync(guest, request: request);
        await first;

        var entry = (await BillAsync(guest)).Payments.Should().ContainSingle().Subject;
        entry.Status.Should().Be(PaymentStatus.Pending, "there is a page on which it can be paid");
        await Fake.DecideAsync(entry.Checkout!);
        await Fake.SayAsync(entry.Id, "succeeded");
        (await BillAsync(guest)).Sums.Due.Should().Be(Money.Zero);
    }

    [Fact]
    public async Task What_never_came_to_the_provider_is_let_go_when_it_is_asked_after()
    {
        var guest = await DinedAsync();
        var begun = (await BeginAsync(guest)).Value.Payment;
        await House.ExecuteAsync("UPDATE payments SET checkout = NULL WHERE id = $1", begun.Id);
        await Fake.KillAsync();
        await Fake.StartAgainAsync();
        House.Clock.Now += TimeSpan.FromSeconds(21);

        (await House.News.AskAsync(Actor.System)).Value.Should().Be(1);

        (await BillAsync(guest)).Held.Should().Be(Money.Zero);
    }

    [Fact]
    public async Task A_method_that_is_none_here_and_a_party_that_has_left_begin_nothing()
    {
        var guest = await DinedAsync();

        (await House.Providers.BeginAsync(guest, new BeginPayment(Guid.NewGuid(), new Money(1), "barter", Home)))
            .Refusal!.Code.Should()
            .Be(BillRefusal.UnknownMethod);
        await House.CloseAsync(guest.SeatingId!.Value);
        (await BeginAsync(guest, 1)).Refusal!.Code.Should().Be("seating_closed");
    }
}
