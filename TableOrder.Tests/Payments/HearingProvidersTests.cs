using System.Net;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Service;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Payments;

/// <summary>What a provider says, however it comes: on a real database, over a real port, from a process of its own.</summary>
public sealed class HearingProvidersTests(FakeProvider fake) : PayingHouse(fake)
{
    private const int Heard = (int)HttpStatusCode.NoContent;
    private const int NotBelieved = (int)HttpStatusCode.Unauthorized;

    [Fact]
    public async Task A_message_that_comes_three_times_counts_once()
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;

        (await Fake.SayAsync(payment.Id, "succeeded", times: 3)).Should().Equal(Heard, Heard, Heard);

        (await BillAsync(guest)).Sums.Should().BeEquivalentTo(new { Paid = new Money(22_000), Due = Money.Zero });
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Money_that_comes_after_the_party_has_left_is_recorded_as_their_credit()
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;
        (await House.CloseAsync(guest.SeatingId!.Value)).Refusal.Should().BeNull("cash on the table counts, whatever somebody is about to pay");

        (await Fake.SayAsync(payment.Id, "succeeded")).Should().Equal(Heard);

        var bill = await BillAsync(guest);
        bill.IsOpen.Should().BeFalse();
        bill.Sums.Should().BeEquivalentTo(new { Paid = new Money(44_000), Credit = new Money(22_000) });
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Failed_after_succeeded_takes_nothing_back()
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;

        await Fake.SayAsync(payment.Id, "succeeded");
        (await Fake.SayAsync(payment.Id, "failed")).Should().Equal(Heard);
        (await Fake.SayAsync(payment.Id, "pending")).Should().Equal(Heard);

        (await EntryAsync(guest, payment.Id)).Status.Should().Be(PaymentStatus.Succeeded);
        (await BillAsync(guest)).Sums.Due.Should().Be(Money.Zero);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Succeeded_after_failed_counts()
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;

        await Fake.SayAsync(payment.Id, "failed");
        (await BillAsync(guest)).Held.Should().Be(Money.Zero);
        (await Fake.SayAsync(payment.Id, "succeeded")).Should().Equal(Heard);

        (await BillAsync(guest)).Sums.Due.Should().Be(Money.Zero);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_failure_counts_whatever_amount_it_tells()
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;

        (await Fake.SayAsync(payment.Id, "failed", amount: 0, currency: "")).Should().Equal(Heard);

        (await EntryAsync(guest, payment.Id)).Should().BeEquivalentTo(new { Status = PaymentStatus.Failed, Amount = new Money(22_000) });
    }

    [Fact]
    public async Task What_the_provider_did_not_sign_or_not_lately_changes_nothing()
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;
        var other = $"whsec_{Convert.ToBase64String(new byte[32])}";

        (await Fake.SayAsync(payment.Id, "succeeded", signedWith: other)).Should().Equal(NotBelieved);
        (await Fake.SayAsync(payment.Id, "succeeded", ageSeconds: 330)).Should().Equal(NotBelieved);
        (await Fake.SayAsync(payment.Id, "succeeded", ageSeconds: -330)).Should().Equal(NotBelieved);
        (await Fake.SayAsync(payment.Id, "paid")).Should().Equal(NotBelieved);

        (await EntryAsync(guest, payment.Id)).Status.Should().Be(PaymentStatus.Pending);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Payments_that_are_not_ours_or_not_a_provider_s_are_not_found()
    {
        var guest = await DinedAsync();
        var cash = (await House.PayAsync(guest.SeatingId!.Value, new Money(1_000)))!;
        foreach (var id in new[] { Guid.NewGuid(), cash.Id })
        {
            await Provider.BeginAsync(new ProviderPayment(id, new Money(1_000), "KRW", "x", Home), default);

            (await Fake.SayAsync(id, "succeeded")).Should().Equal((int)HttpStatusCode.NotFound);
        }

        (await BillAsync(guest)).Sums.Paid.Should().Be(new Money(1_000));
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_provider_knows_nothing_of_another_s_payments()
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;

        var heard = await House.News.ReadAsync(Actor.System, "unsigned", _ => null, payment.Id.ToByteArray());

        heard.Refusal!.Code.Should().Be(Refusal.NotFound);
        (await EntryAsync(guest, payment.Id)).Status.Should().Be(PaymentStatus.Pending);
        (await House.News.ReadAsync(Actor.System, "nobody", _ => null, payment.Id.ToByteArray())).Refusal!.Code.Should().Be(Refusal.NotFound);
    }

    [Theory]
    [InlineData(20_000, 2_000, 0)]
    [InlineData(25_000, -3_000, 3_000)]
    public async Task What_was_taken_counts_not_what_was_asked_for(long taken, long due, long credit)
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;

        (await Fake.SayAsync(payment.Id, "succeeded", amount: taken)).Should().Equal(Heard);

        (await BillAsync(guest)).Sums.Should().BeEquivalentTo(new { Due = new Money(due), Credit = new Money(credit) });
        (await EntryAsync(guest, payment.Id)).Amount.Should().Be(new Money(taken));
        Recount.ShouldAgree(House);
    }

    [Theory]
    [InlineData(null, "USD")]
    [InlineData(0L, null)]
    [InlineData(-5L, null)]
    public async Task Another_currency_or_no_amount_is_no_payment_of_this_house(long? amount, string? currency)
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;

        (await Fake.SayAsync(payment.Id, "succeeded", amount: amount, currency: currency)).Should().Equal((int)HttpStatusCode.BadRequest);

        (await EntryAsync(guest, payment.Id)).Status.Should().Be(PaymentStatus.Pending);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Money_finds_the_party_that_was_merged_into_another_meanwhile()
    {
        var guest = await DinedAsync();
        var others = await DinedAsync(table: 8);
        var payment = (await BeginAsync(guest)).Value.Payment;
        (await House.Moving.MergeAsync(House.Floor, guest.SeatingId!.Value, others.SeatingId!.Value)).Refusal.Should().BeNull();

        (await Fake.SayAsync(payment.Id, "succeeded")).Should().Equal(Heard);

        (await BillAsync(others)).Sums.Should().BeEquivalentTo(new { Paid = new Money(22_000), Due = new Money(22_000) });
        Recount.ShouldAgree(House);
    }

    [Theory]
    [InlineData(true, PaymentStatus.Succeeded)]
    [InlineData(false, PaymentStatus.Failed)]
    public async Task A_message_that_never_comes_is_made_up_for_by_asking(bool pays, PaymentStatus expected)
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;
        await Fake.DecideAsync(payment.Checkout!, pays);
        House.Clock.Now += TimeSpan.FromSeconds(19);
        (await House.News.AskAsync(Actor.System)).Value.Should().Be(0, "a message may be on its way");
        House.Clock.Now += TimeSpan.FromSeconds(2);

        (await House.News.AskAsync(Actor.System)).Value.Should().Be(1);

        (await EntryAsync(guest, payment.Id)).Status.Should().Be(expected);
        (await House.News.AskAsync(Actor.System)).Value.Should().Be(0);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Who_has_gone_away_from_the_page_is_asked_after_ever_more_rarely_for_three_days()
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;
        var begun = House.Clock.Now;
        for (
            var age = TimeSpan.FromSeconds(30);
            age < TimeSpan.FromDays(4);
            age += age < TimeSpan.FromHours(1) ? TimeSpan.FromSeconds(30) : TimeSpan.FromHours(1)
        )
        {
            House.Clock.Now = begun + age;
            await House.News.AskAsync(Actor.System);
        }

        (await Fake.CountAsync($"GET /payments/{payment.Id}"))
            .Should()
            .BeInRange(20 + 15, 20 + 30, "every time for ten minutes, then a quarter later each");
    }

    [Fact]
    public async Task The_patrol_asks_by_itself_and_goes_on_when_the_provider_is_back()
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;
        await Fake.DecideAsync(payment.Checkout!);
        House.Clock.Now += TimeSpan.FromSeconds(21);
        await Fake.AnswerAsync(times: 2, status: 500);
        using var patrol = new ProviderPatrol(
            House.News,
            new Hurried(House.Clock),
            Microsoft.Extensions.Logging.Abstractions.NullLogger<ProviderPatrol>.Instance
        );

        await patrol.StartAsync(default);

        await ShouldAsync(async () => (await BillAsync(guest)).Sums.Due == Money.Zero);
        await patrol.StopAsync(default);
        (await Fake.CountAsync($"GET /payments/{payment.Id}")).Should().BeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_table_that_was_written_off_and_pays_after_all_has_credit()
    {
        var guest = await DinedAsync();
        var payment = (await BeginAsync(guest)).Value.Payment;
        var close = new CloseSeating(guest.SeatingId!.Value) { Force = true, WriteOffReason = "They ran" };
        (await House.Closing.CloseAsync(House.Manager, close)).Refusal.Should().BeNull();

        (await Fake.SayAsync(payment.Id, "succeeded")).Should().Equal(Heard);

        (await BillAsync(guest)).Sums.Credit.Should().Be(new Money(22_000));
        Recount.ShouldAgree(House);
    }

    /// <summary>A clock whose timers go off at once.</summary>
    private sealed class Hurried(TimeProvider clock) : TimeProvider
    {
        private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(20);

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, AtOnce, AtOnce);
    }
}
