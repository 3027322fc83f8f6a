using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Opening;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;
using TableOrder.Core.Storage.Sqlite;

namespace TableOrder.Bench.Harness;

/// <summary>The demo restaurant in this process: Core as the app runs it, without its screens.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private House(ServiceProvider services) => this.services = services;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Actor Manager { get; private set; } = Actor.Nobody;

    /// <summary>Opens a database and seeds it where it is empty.</summary>
    /// <param name="file">The file; made where it does not exist.</param>
    /// <param name="between">What stands between Core and the database, to look or to count; null: nothing.</param>
    /// <param name="listen">Given what is raised after each commit before anybody else listens to it; null: nobody.</param>
    public static async Task<House> OpenAsync(string file, Func<SqliteDatabase, IDatabase>? between = null, Action<CommitSignal>? listen = null)
    {
        var storage = new StorageOptions($"Data Source={file}");
        var collection = new ServiceCollection().AddLogging().AddTableOrderCore(storage);
        collection.Replace(ServiceDescriptor.Singleton(_ => between?.Invoke(new SqliteDatabase(storage)) ?? new SqliteDatabase(storage)));
        var house = new House(collection.BuildServiceProvider());
        listen?.Invoke(house.Get<CommitSignal>());
        house.services.OpenDatabase();
        await house.Get<FirstStart>().RunAsync(new FirstStartOptions { ManagerPassword = "manager-password", KitchenPin = "246810" }, _ => { });
        await house.Get<OrderFeed>().StartAsync(CancellationToken.None);
        house.Manager = (await house.Get<AccessDesk>().TakeRoleAsync(Actor.System, Role.Manager, "bench")).Value;
        return house;
    }

    /// <summary>Parties of one guest each, at the restaurant's tables in turn; more parties than tables share them.</summary>
    public async Task<IReadOnlyList<Actor>> SeatAsync(int guests)
    {
        var tables = (await Get<SeatingReader>().TablesAsync(Manager)).Value;
        var seated = new List<Actor>();
        for (var i = 0; i < guests; i++)
        {
            var seat = (await Get<SeatingDesk>().JoinAsync(Actor.Nobody, tables[i % tables.Count].Token, $"guest {i}")).Value;
            seated.Add(Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, "bench"));
        }

        return seated;
    }

    /// <summary>So many different carts of three lines, of dishes that cannot run out, with as few options as they allow; the same ones every time.</summary>
    public async Task<IReadOnlyList<PlaceOrder>> CartsAsync(int carts)
    {
        var view = (await Get<MenuReader>().GetAsync(Manager)).Value;
        var dishes = view
            .Menu.Categories.SelectMany(category => category.Items)
            .Where(dish => !dish.SoldOut && view.PortionsLeft(dish.Id) is null)
            .ToList();
        return
        [
            .. Enumerable
                .Range(0, carts)
                .Select(i => new PlaceOrder(
                    Guid.CreateVersion7(),
                    [.. Enumerable.Range(0, 3).Select(line => Line(dishes[((i * 7) + (line * 19)) % dishes.Count]))]
                )),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await Get<OrderFeed>().StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    private static PlaceLine Line(MenuItem dish) =>
        new(dish.Id, dish.MinQuantity, [.. dish.ModifierGroups.SelectMany(group => group.Modifiers.Take(group.Min)).Select(modifier => modifier.Id)])
        {
            Note = "덜 맵게 해 주세요",
        };
}
