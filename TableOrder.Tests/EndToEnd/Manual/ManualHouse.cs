using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>The restaurant of the manual's pictures: a Friday evening in full swing. With the pictures it has a past of three weeks, without them of one day.</summary>
public sealed class ManualHouse : IAsyncLifetime
{
    private static readonly TimeSpan Evening = new(19, 36, 0);
    private static readonly TimeSpan Rush = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    /// <summary>So that codes and links read as in a restaurant's own network.</summary>
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["Restaurant:PublicUrl"] = "http://192.168.0.10:5080",
    };
    private readonly ForwardClock clock = new();
    private HostedApp? app;

    internal ManualStaff Staff { get; private set; } = null!;

    public Uri Address => app!.Address;

    public T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        if (Browser.Missing is not null)
        {
            return;
        }

        // Ahead of the real one: a browser throws away a sign-in that has passed.
        var today = new DateTimeOffset(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1), TimeOnly.MinValue, Seoul);
        while (today.DayOfWeek != DayOfWeek.Friday)
        {
            today = today.AddDays(1);
        }

        var days = ManualPictures.AreTaken ? 22 : 1;
        clock.Set(today.AddDays(-days).AddHours(10));
        app = new HostedApp(clock, settings: Settings);
        Staff = await ManualStaff.HireAsync(app.Services);
        await ArrangeAsync();
        var past = new ManualPast(app, clock, Staff);
        for (var day = days; day > 0; day--)
        {
            await past.ServeDayAsync(today.AddDays(-day));
        }

        await past.ServeAsync(today, today + Evening - Rush);
        await past.RushAsync(today + Evening - Rush, today + Evening);
        clock.Set(today + Evening);
        await past.LookAsync();
        await BringCompanyAsync();
        await SpendTheEveningAsync();
        await CallAsync();
        clock.Set(today + Evening + TimeSpan.FromMinutes(2));
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    /// <summary>The tables where parties sit, none of them the counter.</summary>
    public async Task<IReadOnlyList<TableView>> SeatedAsync() =>
        [.. (await Get<SeatingReader>().TablesAsync(Actor.System)).Value.Where(table => table is { Seating: not null, IsCounter: false })];

    /// <summary>The tables stand as in a room: in rows with an aisle.</summary>
    private async Task ArrangeAsync()
    {
        var tables = (await Get<SeatingReader>().TablesAsync(Actor.System)).Value;
        foreach (var area in tables.GroupBy(table => table.Area.In("en"), StringComparer.Ordinal))
        {
            var places = area.Select((table, i) => new TablePlace(table.Id, new PlanCell((i % 5) + (i % 5 > 2 ? 1 : 0), i / 5)));
            (await Get<TableDesk>().PlaceAsync(Staff.Manager, [.. places])).Refusal.Should().BeNull();
        }
    }

    /// <summary>Nobody eats alone on a Friday.</summary>
    private async Task BringCompanyAsync()
    {
        string[] names = ["민지", "Alex", "유나", "Kenji", "은채"];
        foreach (var (table, i) in (await SeatedAsync()).Select((table, i) => (table, i)))
        {
            for (var more = 0; more < (i * 7 % 4) && more < table.Seats - 1; more++)
            {
                (await Get<SeatingDesk>().JoinAsync(Actor.Nobody, table.Token, names[(i + more) % names.Length])).Refusal.Should().BeNull();
            }
        }
    }

    /// <summary>What a manager and two waiters do in between: a discount, a payment in part, a dish that went back, something on the house.</summary>
    private async Task SpendTheEveningAsync()
    {
        var parties = (await SeatedAsync()).Where(table => table.Seating!.Sums.Due.Minor > 20_000).ToList();
        var (payments, waiter) = (Get<PaymentDesk>(), Staff.Waiters[0]);
        (await payments.DiscountAsync(Staff.Manager, new GiveDiscount(parties[0].Seating!.Id, "Waited too long") { Percent = 10 }))
            .Refusal.Should()
            .BeNull();
        var part = new TakePayment(Guid.NewGuid(), parties[0].Seating!.Id, new Money(10_000), Payment.Cash) { Tendered = new Money(20_000) };
        clock.Set(clock.GetUtcNow() + TimeSpan.FromSeconds(47));
        (await payments.TakeAsync(waiter, part)).Refusal.Should().BeNull();
        var whole = new TakePayment(Guid.NewGuid(), parties[1].Seating!.Id, parties[1].Seating!.Sums.Due, Payment.Terminal);
        (await payments.TakeAsync(Staff.Waiters[1], whole)).Refusal.Should().BeNull();

        clock.Set(clock.GetUtcNow() + TimeSpan.FromSeconds(38));
        var orders = (await Get<OrderReader>().ListAsync(Staff.Manager, new OrderQuery { SeatingId = parties[2].Seating!.Id })).Value.Items;
        var line = orders[0].Lines[0];
        var cancel = new CancelOrder(orders[0].Id, "Changed their mind") { Lines = [new CancelLine(line.Id, 1)] };
        (await Get<OrderDesk>().CancelAsync(Staff.Manager, cancel)).Refusal.Should().BeNull();
    }

    private async Task CallAsync()
    {
        var tables = await SeatedAsync();
        await CallAsync(tables[3], new CallStaff(CallKind.Water));
        clock.Set(clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await CallAsync(tables[5], new CallStaff(CallKind.Other, "A high chair for our little one, please"));
    }

    private async Task CallAsync(TableView table, CallStaff call)
    {
        var seat = (await Get<SeatingDesk>().JoinAsync(Actor.Nobody, table.Token, "서연")).Value;
        var guest = Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, "phone");
        (await Get<CallDesk>().CallAsync(guest, call)).Refusal.Should().BeNull();
    }
}

/// <summary>One restaurant for all chapters: they are read one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ManualReaders : ICollectionFixture<ManualHouse>, ICollectionFixture<Browser>
{
    public const string Name = "manual";
}
