using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Payments;

namespace TableOrder.Tests.Payments;

/// <summary>
/// A house of its own on a real database, whose guests pay by a provider in a process of its own. The provider says nothing by itself unless a test lets it. The house's clock stands at
/// the real time, since the provider signs with that.
/// </summary>
public abstract class PayingHouse : IClassFixture<FakeProvider>, IAsyncLifetime
{
    private readonly RedirectProvider redirect;
    private WebhookDoor door = null!;

    protected PayingHouse(FakeProvider fake)
    {
        Fake = fake;
        redirect = new RedirectProvider(fake.Options, NullLogger<RedirectProvider>.Instance);
        House = new TestHouse(heard: null, providers: [redirect, new Unsigned()]);
        House.Clock.Now = TimeProvider.System.GetUtcNow();
    }

    protected FakeProvider Fake { get; }

    protected TestHouse House { get; }

    /// <summary>The adapter, for asking the provider behind the house's back.</summary>
    protected IPaymentProvider Provider => redirect;

    /// <summary>Where the house is found.</summary>
    protected string Home => door.Address;

    public async Task InitializeAsync()
    {
        await House.InitializeAsync();
        door = await WebhookDoor.OpenAsync(House.News);
        await Fake.BeSilentAsync();
        await Fake.AnswerAsync(times: 0);
    }

    public async Task DisposeAsync()
    {
        await door.DisposeAsync();
        await House.DisposeAsync();
        redirect.Dispose();
    }

    /// <summary>A guest at a table with an order of 22,000 won that was served.</summary>
    protected async Task<Actor> DinedAsync(int table = 7)
    {
        var guest = await House.SeatAsync(table);
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Cola);
        foreach (var station in order.Tickets.Select(ticket => ticket.Station))
        {
            await House.StepAsync(order, LineStatus.Ready, station);
        }

        await House.Orders.StepAsync(House.Floor, new StepOrder(order.Id, LineStatus.Served));
        return guest;
    }

    /// <summary>A guest begins to pay.</summary>
    protected Task<Outcome<EnteredPayment>> BeginAsync(Actor guest, long amount = 22_000, Guid? request = null) =>
        House.Providers.BeginAsync(guest, new BeginPayment(request ?? Guid.NewGuid(), new Money(amount), RedirectProvider.Name, Home));

    /// <summary>A guest has paid, and the house has heard of it.</summary>
    protected async Task<Payment> PaidAsync(Actor guest, long amount = 22_000)
    {
        var begun = (await BeginAsync(guest, amount)).Value.Payment;
        await Fake.DecideAsync(begun.Checkout!);
        (await Fake.SayAsync(begun.Id, "succeeded")).Should().Equal(204);
        return begun;
    }

    /// <summary>A guest's bill as staff sees it, also when they have gone.</summary>
    protected async Task<Bill> BillAsync(Actor guest) => (await House.Bills.GetAsync(House.Floor, guest.SeatingId)).Value;

    /// <summary>An entry as the bill has it.</summary>
    protected async Task<Payment> EntryAsync(Actor guest, Guid id) => (await BillAsync(guest)).Payments.Single(entry => entry.Id == id);

    /// <summary>Waits until something holds.</summary>
    protected static async Task ShouldAsync(Func<Task<bool>> hold)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await hold())
        {
            Stopwatch.GetElapsedTime(begun).Should().BeLessThan(TimeSpan.FromSeconds(30), "it should hold by then");
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    /// <summary>What else a house may have: a provider that needs no page and signs nothing. Its message is an id.</summary>
    private sealed class Unsigned : IPaymentProvider
    {
        public string Method => "unsigned";

        public Task<Checkout?> BeginAsync(ProviderPayment payment, CancellationToken cancellation) =>
            Task.FromResult<Checkout?>(new Checkout("u", "https://pay.example"));

        public Task<ProviderNews?> AskAsync(Payment entry, CancellationToken cancellation) => Task.FromResult<ProviderNews?>(null);

        public Task<ProviderNews?> RefundAsync(Payment refund, Payment payment, string currency, CancellationToken cancellation) =>
            Task.FromResult<ProviderNews?>(null);

        public ProviderNews? Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
            new(new Guid(body.Span[..16]), "u", PaymentStatus.Succeeded, new Money(22_000), "KRW");
    }
}
