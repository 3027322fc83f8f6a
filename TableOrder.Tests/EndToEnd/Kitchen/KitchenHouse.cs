using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>
/// A restaurant whose cooks stand at real browsers; what guests, waiters and other devices do goes straight to the desks.
/// The tests of a class share it one after the other, each with an empty kitchen.
/// </summary>
public sealed class KitchenHouse : IAsyncLifetime, IAsyncDisposable
{
    private readonly Dictionary<Guid, string> tokens = [];
    private readonly Func<Task<HostedApp>> start;
    private HostedApp? app;
    private MenuSnapshot menu = null!;

    public KitchenHouse()
        : this(expo: true) { }

    /// <summary>Not public: a class fixture may have one public constructor only.</summary>
    /// <param name="expo">Whether somebody serves at the pass.</param>
    /// <param name="clock">The server's clock; null: the real one.</param>
    /// <param name="past">The database to begin with a copy of; null: an empty one.</param>
    /// <param name="demo">Whether an empty one becomes the demo restaurant.</param>
    internal KitchenHouse(bool expo = true, TimeProvider? clock = null, Func<Task<string>>? past = null, bool demo = true) =>
        start = async () => new HostedApp(clock, expo: expo, past: past is null ? null : await past(), demo: demo);

    public Uri Address => app!.Address;

    public Actor Manager { get; } = new(Role.Manager, Guid.CreateVersion7(), "manager", "test");

    public Actor Waiter { get; } = new(Role.Floor, Guid.CreateVersion7(), "floor", "test");

    public Actor Cook { get; } = new(Role.Kitchen, Guid.CreateVersion7(), "kitchen", "test");

    public OrderDesk Desk => Get<OrderDesk>();

    public OrderReader Reader => Get<OrderReader>();

    public T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        if (Browser.Missing is null)
        {
            app = await start();
            menu = (await Get<MenuReader>().GetAsync(Manager)).Value.Menu;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>A dish by its English name.</summary>
    public MenuItem Dish(string name) =>
        menu.Categories.SelectMany(category => category.Items).Single(item => string.Equals(item.Name.In("en"), name, StringComparison.Ordinal));

    /// <summary>A line of a dish that needs no choices.</summary>
    public PlaceLine Line(string dish, int quantity = 1) => new(Dish(dish).Id, quantity, []);

    /// <summary>A guest at a table of their own, while one is free; else they join others.</summary>
    public async Task<Actor> SeatAsync()
    {
        // At a counter nobody would join others.
        var tables = (await Get<SeatingReader>().TablesAsync(Actor.System)).Value.Where(table => !table.IsCounter).ToList();
        var table = tables.FirstOrDefault(table => !table.HasGuests) ?? tables[tokens.Count % tables.Count];
        var seat = (await Get<SeatingDesk>().JoinAsync(Actor.Nobody, table.Token, "민지")).Value;
        tokens[seat.SeatingId] = table.Token!;
        return Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, "test");
    }

    /// <summary>Where a browser joins a guest's table.</summary>
    public string TablePath(Actor guest) => $"/t/{tokens[guest.SeatingId!.Value]}";

    /// <summary>A new party orders one of each dish.</summary>
    public async Task<Order> OrderAsync(params string[] dishes) => await OrderAsync(await SeatAsync(), dishes);

    /// <summary>A guest orders one of each dish.</summary>
    public Task<Order> OrderAsync(Actor guest, params string[] dishes) => OrderAsync(guest, [.. dishes.Select(dish => Line(dish))]);

    /// <summary>Somebody orders: a guest for their table.</summary>
    public async Task<Order> OrderAsync(Actor actor, IReadOnlyList<PlaceLine> lines, Guid? seating = null)
    {
        var placed = await Desk.PlaceAsync(actor, new PlaceOrder(Guid.NewGuid(), lines) { SeatingId = seating });
        placed.Refusal.Should().BeNull();
        return placed.Value.Order;
    }

    /// <summary>So many orders of one dish, in the order in which they were placed.</summary>
    public async Task<IReadOnlyList<Order>> FillAsync(int count, string dish)
    {
        const int AtOnce = 200;
        var guests = new List<Actor>();
        for (var i = 0; i < Math.Min(count, 20); i++)
        {
            guests.Add(await SeatAsync());
        }

        var orders = new List<Order>(count);
        while (orders.Count < count)
        {
            var some = Enumerable.Range(orders.Count, Math.Min(AtOnce, count - orders.Count));
            orders.AddRange(await Task.WhenAll(some.Select(i => OrderAsync(guests[i % guests.Count], dish))));
        }

        return [.. orders.OrderBy(order => order.Number)];
    }

    /// <summary>A cook at another device, or a waiter, moves an order.</summary>
    public async Task<Order> StepAsync(Order order, LineStatus to, string? station = null, Guid? line = null)
    {
        var stepped = await Desk.StepAsync(Manager, new StepOrder(order.Id, to) { Station = station, LineId = line });
        stepped.Refusal.Should().BeNull();
        return stepped.Value;
    }

    /// <summary>The manager takes back lines, or all of an order.</summary>
    public async Task<Order> CancelAsync(Order order, params CancelLine[] lines)
    {
        var cancel = new CancelOrder(order.Id, "for a test") { Lines = lines.Length == 0 ? null : lines };
        var cancelled = await Desk.CancelAsync(Manager, cancel);
        cancelled.Refusal.Should().BeNull();
        return cancelled.Value;
    }

    /// <summary>The order as the database has it.</summary>
    public async Task<Order> NowAsync(Order order) => (await Reader.GetAsync(Manager, order.Id)).Value;

    /// <summary>The order as the database has it as soon as it is as expected, or when patience ends.</summary>
    public async Task<Order> UntilAsync(Order order, Func<Order, bool> expected)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (expected(await NowAsync(order)))
            {
                break;
            }

            await Task.Delay(50);
        }

        return await NowAsync(order);
    }

    /// <summary>Changes the menu's rows behind everybody's back, but on the one connection that may write.</summary>
    public async Task RewriteMenuAsync(string sql)
    {
        var changed = await Get<Writer>()
            .RunAsync<int>(tx =>
            {
                Topics.Raise(tx, MenuSql.MenuTopic);
                return tx.Session.Execute(sql);
            });
        changed.Value.Should().BePositive();
    }

    /// <summary>Everything is made and carried, every party leaves.</summary>
    public async Task ClearAsync()
    {
        if (app is null)
        {
            return;
        }

        var orders = (await Reader.ExpoAsync(Manager)).Value.Items.Concat((await Reader.KitchenAsync(Manager, station: null)).Value.Items);
        foreach (var order in orders.DistinctBy(order => order.Id).ToList())
        {
            await StepAsync(order, LineStatus.Placed);
            await StepAsync(order, LineStatus.Ready);
            await StepAsync(order, LineStatus.Served);
        }

        foreach (var party in (await Get<SeatingReader>().TablesAsync(Manager)).Value.SelectMany(table => table.Seatings))
        {
            await Get<ClosingDesk>().CloseAsync(Manager, new CloseSeating(party.Id) { WriteOffReason = "for the next test" });
        }
    }
}
