using Microsoft.Extensions.Logging.Abstractions;
using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Tests.Support;
using TableOrder.Web.Payments;

namespace TableOrder.Tests.Payments;

/// <summary>The adapter alone against a provider in a process of its own.</summary>
public sealed class RedirectProviderTests(FakeProvider fake) : IClassFixture<FakeProvider>, IDisposable
{
    private const string Won = "KRW";
    private readonly RedirectProvider provider = new(fake.Options, NullLogger<RedirectProvider>.Instance);

    public void Dispose() => provider.Dispose();

    [Fact]
    public async Task A_payment_that_is_asked_for_twice_is_one_with_one_page()
    {
        var payment = New();

        var first = await provider.BeginAsync(payment, default);
        var second = await provider.BeginAsync(payment, default);

        first!.Address.Should().StartWith($"{fake.Address}checkout/");
        second.Should().Be(first);
    }

    [Fact]
    public async Task The_guest_reads_whom_they_pay_and_how_much_in_their_language_and_comes_back_to_their_bill()
    {
        var payment = New(12_000) with { Description = "달빛식당 <b>" };
        var checkout = (await provider.BeginAsync(payment, default))!.Address;

        (await fake.PageAsync(checkout, "ko-KR,ko;q=0.9,en;q=0.5")).Should().ContainAll("lang=\"ko\"", "12,000원", "결제하기", "달빛식당 &lt;b&gt;");
        (await fake.PageAsync(checkout, "fr,en-GB;q=0.8,ko;q=0.7")).Should().ContainAll("lang=\"en\"", "KRW 12,000", "Decline");
        (await fake.DecideAsync(checkout)).Should().Be(new Uri($"{payment.ReturnTo}/bill?payment={payment.Id}"));
        (await fake.PageAsync(checkout, "en")).Should().Contain("Paid").And.NotContain("<button");
    }

    [Theory]
    [InlineData(true, PaymentStatus.Succeeded)]
    [InlineData(false, PaymentStatus.Failed)]
    public async Task Asked_it_says_what_became_of_a_payment(bool pays, PaymentStatus expected)
    {
        var payment = New(12_000);
        var checkout = await provider.BeginAsync(payment, default);
        (await provider.AskAsync(Entry(payment, checkout), default))!.Status.Should().Be(PaymentStatus.Pending);

        await fake.DecideAsync(checkout!.Address, pays);

        (await provider.AskAsync(Entry(payment, checkout), default))
            .Should()
            .Be(new ProviderNews(payment.Id, checkout.Reference, expected, new Money(12_000), Won));
    }

    [Fact]
    public async Task What_never_came_to_the_provider_has_failed_unless_a_guest_was_sent_there()
    {
        var payment = New();

        (await provider.AskAsync(Entry(payment, null), default))!.Status.Should().Be(PaymentStatus.Failed);
        (await provider.AskAsync(Entry(payment, new Checkout("fp_1", "https://pay.example")), default)).Should().BeNull();
    }

    [Fact]
    public async Task Money_goes_back_once_however_often_it_is_asked_for()
    {
        var paid = await PaidAsync(10_000);
        var refund = Back(paid, 4_000);

        var first = await provider.RefundAsync(refund, paid, Won, default);
        var second = await provider.RefundAsync(refund, paid, Won, default);

        first
            .Should()
            .BeEquivalentTo(
                new
                {
                    PaymentId = refund.Id,
                    Status = PaymentStatus.Succeeded,
                    Amount = new Money(4_000),
                    Currency = Won,
                }
            );
        second.Should().Be(first);
        (await fake.GivenBackAsync(paid.Id)).Should().Be(4_000);
    }

    [Fact]
    public async Task More_than_was_paid_never_goes_back()
    {
        var paid = await PaidAsync(10_000);

        (await provider.RefundAsync(Back(paid, 10_001), paid, Won, default))!.Status.Should().Be(PaymentStatus.Failed);
        (await fake.GivenBackAsync(paid.Id)).Should().Be(0);
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(401, null)]
    [InlineData(302, null)]
    [InlineData(null, "")]
    [InlineData(null, "<html>")]
    [InlineData(null, "null")]
    [InlineData(null, "[]")]
    [InlineData(null, "{}")]
    [InlineData(null, """{"reference": 1, "checkoutUrl": "https://pay.example"}""")]
    [InlineData(null, """{"reference": "fp_1", "checkoutUrl": null}""")]
    [InlineData(null, """{"reference": "fp_1", "checkoutUrl": "javascript:alert(1)"}""")]
    [InlineData(null, """{"reference": "fp_1", "checkoutUrl": "/checkout"}""")]
    public async Task An_answer_that_is_none_begins_no_payment(int? status, string? body)
    {
        await fake.AnswerAsync(status: status, body: body);

        (await provider.BeginAsync(New(), default)).Should().BeNull();
    }

    [Theory]
    [InlineData(503, null)]
    [InlineData(null, "<html>")]
    [InlineData(null, """{"id": "0197f3a0-0000-7000-8000-000000000000", "reference": "x", "status": "succeeded", "amount": 1, "currency": "KRW"}""")]
    [InlineData(null, """{"id": "{id}", "reference": "x", "status": "paid", "amount": 1, "currency": "KRW"}""")]
    [InlineData(null, """{"id": "{id}", "reference": "x", "status": 1, "amount": 1, "currency": "KRW"}""")]
    [InlineData(null, """{"id": "{id}", "reference": "x", "status": "succeeded", "amount": "1", "currency": "KRW"}""")]
    [InlineData(null, """{"id": "{id}", "reference": "x", "status": "succeeded", "amount": 1.5, "currency": "KRW"}""")]
    [InlineData(null, """{"id": "{id}", "reference": "x", "status": "succeeded", "currency": "KRW"}""")]
    public async Task An_answer_that_is_none_says_nothing_of_a_payment(int? status, string? body)
    {
        var paid = await PaidAsync(10_000);
        await fake.AnswerAsync(times: 2, status: status, body: body?.Replace("{id}", $"{paid.Id}", StringComparison.Ordinal));

        (await provider.AskAsync(paid, default)).Should().BeNull();
        (await provider.RefundAsync(Back(paid, 1), paid, Won, default)).Should().BeNull();
    }

    [Fact]
    public async Task Amount_and_currency_are_taken_as_the_provider_says_them_and_what_else_it_says_is_passed_over()
    {
        var paid = await PaidAsync(10_000);
        await fake.AnswerAsync(
            body: $$"""{"id": "{{paid.Id}}", "reference": "x", "status": "succeeded", "amount": 7, "currency": "EUR", "fee": 1}"""
        );

        (await provider.AskAsync(paid, default)).Should().Be(new ProviderNews(paid.Id, "x", PaymentStatus.Succeeded, new Money(7), "EUR"));
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        await fake.AnswerAsync(body: new string(' ', 100_000) + "{}");

        (await provider.BeginAsync(New(), default)).Should().BeNull();
    }

    [Fact]
    public async Task A_slow_provider_is_not_waited_for()
    {
        using var hurried = new RedirectProvider(
            fake.Options with
            {
                Patience = TimeSpan.FromMilliseconds(300),
            },
            NullLogger<RedirectProvider>.Instance
        );
        await fake.AnswerAsync(delaySeconds: 30);

        (await hurried.BeginAsync(New(), default)).Should().BeNull();
    }

    [Fact]
    public async Task Who_asks_and_goes_away_is_not_told_that_it_failed()
    {
        await fake.AnswerAsync(delaySeconds: 30);
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var asked = () => provider.BeginAsync(New(), leaving.Token);

        await asked.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Another_key_is_not_let_in()
    {
        using var stranger = new RedirectProvider(fake.Options with { Key = "another" }, NullLogger<RedirectProvider>.Instance);

        (await stranger.BeginAsync(New(), default)).Should().BeNull();
    }

    [Fact]
    public async Task A_provider_that_is_not_there_says_nothing_and_neither_key_nor_secret_is_told()
    {
        var paid = await PaidAsync(10_000);
        await fake.KillAsync();
        try
        {
            (await provider.BeginAsync(New(), default)).Should().BeNull();
            (await provider.AskAsync(paid, default)).Should().BeNull();
            (await provider.RefundAsync(Back(paid, 1), paid, Won, default)).Should().BeNull();
        }
        finally
        {
            await fake.StartAgainAsync();
        }

        $"{fake.Options}".Should().Be(fake.Options.Url);
    }

    private static ProviderPayment New(long amount = 10_000) => new(Guid.CreateVersion7(), new Money(amount), Won, "Moonlight", "http://127.0.0.1:9");

    private static Payment Entry(ProviderPayment payment, Checkout? checkout) =>
        new()
        {
            Id = payment.Id,
            SeatingId = Guid.NewGuid(),
            Kind = PaymentKind.Payment,
            Method = RedirectProvider.Name,
            Amount = payment.Amount,
            Status = PaymentStatus.Pending,
            By = "guest",
            Device = "phone",
            CreatedAt = default,
            Reference = checkout?.Reference,
            Checkout = checkout?.Address,
        };

    private static Payment Back(Payment paid, long amount) =>
        paid with
        {
            Id = Guid.CreateVersion7(),
            Kind = PaymentKind.Refund,
            Of = paid.Id,
            Amount = new Money(amount),
            Checkout = null,
            Reference = null,
        };

    private async Task<Payment> PaidAsync(long amount)
    {
        var payment = New(amount);
        var checkout = await provider.BeginAsync(payment, default);
        await fake.DecideAsync(checkout!.Address);
        return Entry(payment, checkout);
    }
}
