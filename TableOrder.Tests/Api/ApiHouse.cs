using System.Text.Json;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

/// <summary>The real server that the API's tests share, one test after the other, with the people who call it.</summary>
public sealed class ApiHouse : IAsyncLifetime
{
    public RunningApp App { get; } = new();

    public ApiClient Manager { get; private set; } = null!;

    public ApiClient Kitchen { get; private set; } = null!;

    /// <summary>A waiter.</summary>
    public ApiClient Floor { get; private set; } = null!;

    /// <summary>A guest at the first table.</summary>
    public ApiClient Guest { get; private set; } = null!;

    /// <summary>A guest at the second table.</summary>
    public ApiClient Stranger { get; private set; } = null!;

    public IReadOnlyList<Dish> Dishes { get; private set; } = [];

    /// <summary>A dish that a cook makes, without any condition.</summary>
    public Dish Plain =>
        Dishes.First(dish => dish is { Station: not null, SoldOut: false, Portions: null, MinQuantity: 1 } && dish.Groups.All(g => g.Min == 0));

    /// <summary>A dish of which one option, and no more, must be chosen.</summary>
    public Dish Demanding => Dishes.First(dish => !dish.SoldOut && dish.Groups.Any(g => g is { Min: 1, Max: 1, Modifiers.Count: > 1 }));

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        Manager = await ApiClient.StaffAsync(App.Address, "manager", RunningApp.ManagerPassword);
        Kitchen = await ApiClient.StaffAsync(App.Address, "kitchen", RunningApp.KitchenPin);
        Floor = await App.WaiterAsync("floor");
        var tables = (await Manager.GetAsync("tables")).Body;
        Guest = await ApiClient.GuestAsync(App.Address, tables[0].GetProperty("token").GetString()!);
        Stranger = await ApiClient.GuestAsync(App.Address, tables[1].GetProperty("token").GetString()!);
        Dishes = Dish.Of((await Manager.GetAsync("menu")).Body);
    }

    public async Task DisposeAsync()
    {
        foreach (var client in new[] { Manager, Kitchen, Floor, Guest, Stranger })
        {
            client?.Dispose();
        }

        await App.DisposeAsync();
    }

    public object Order(int quantity = 1) => Order(Plain, quantity);

    public static object Order(Dish dish, int quantity = 1, params Guid[] modifierIds) =>
        new
        {
            lines = new[]
            {
                new
                {
                    menuItemId = dish.Id,
                    quantity = Math.Max(quantity, dish.MinQuantity),
                    modifierIds,
                },
            },
        };

    /// <summary>An order that a guest just placed.</summary>
    public async Task<Guid> PlacedAsync() => (await Guest.PlaceAsync(Order())).Id;
}

/// <summary>People of whom the first start makes none.</summary>
internal static class Waiters
{
    /// <summary>Signs in a new account of the floor, with the kitchen's PIN.</summary>
    public static async Task<ApiClient> WaiterAsync(this RunningApp app, string name)
    {
        await app.ExecuteAsync(
            $"INSERT INTO staff (id, name, password_hash, role) SELECT randomblob(16), '{name}', password_hash, 'floor' FROM staff WHERE name = 'kitchen'"
        );
        return await ApiClient.StaffAsync(app.Address, name, RunningApp.KitchenPin);
    }
}

/// <summary>What the tests know of a dish on the menu.</summary>
public sealed record Dish(
    Guid Id,
    int Version,
    string? Station,
    bool SoldOut,
    int? Portions,
    int MinQuantity,
    long Price,
    IReadOnlyList<Choice> Groups
)
{
    public static IReadOnlyList<Dish> Of(JsonElement menu) =>
        [.. menu.GetProperty("categories").EnumerateArray().SelectMany(c => c.GetProperty("items").EnumerateArray()).Select(Read)];

    private static Dish Read(JsonElement item) =>
        new(
            item.GetProperty("id").GetGuid(),
            item.GetProperty("version").GetInt32(),
            item.GetProperty("station").GetString(),
            item.GetProperty("soldOut").GetBoolean(),
            item.GetProperty("portionsLeft") is { ValueKind: JsonValueKind.Number } left ? left.GetInt32() : null,
            item.GetProperty("minQuantity").GetInt32(),
            item.GetProperty("price").GetInt64(),
            [
                .. item.GetProperty("modifierGroups")
                    .EnumerateArray()
                    .Select(g => new Choice(
                        g.GetProperty("min").GetInt32(),
                        g.GetProperty("max").GetInt32(),
                        [.. g.GetProperty("modifiers").EnumerateArray().Select(m => m.GetProperty("id").GetGuid())]
                    )),
            ]
        );
}

public sealed record Choice(int Min, int Max, IReadOnlyList<Guid> Modifiers);

/// <summary>One server for all, so tests of this collection run one after the other and can compare positions of the log.</summary>
[CollectionDefinition(Name)]
public sealed class ApiTests : ICollectionFixture<ApiHouse>
{
    public const string Name = "api";
}
