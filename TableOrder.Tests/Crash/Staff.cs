using TableOrder.Tests.Api;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Crash;

/// <summary>Who is in the restaurant, signed in once: their tokens hold over every restart.</summary>
internal sealed class Staff : IDisposable
{
    private const int Tables = 4;

    public required ApiClient Manager { get; init; }

    public required ApiClient Kitchen { get; init; }

    public required IReadOnlyList<ApiClient> Guests { get; init; }

    /// <summary>Dishes that a cook makes, and others, without any condition.</summary>
    private IReadOnlyList<Dish> Cooked { get; init; } = [];

    private IReadOnlyList<Dish> Carried { get; init; } = [];

    public static async Task<Staff> SignInAsync(RunningApp app)
    {
        var manager = await ApiClient.StaffAsync(app.Address, "manager", RunningApp.ManagerPassword);
        var tables = (await manager.GetAsync("tables")).Body.EnumerateArray().Select(table => table.GetProperty("token").GetString()!).Take(Tables);
        var plain = Dish.Of((await manager.GetAsync("menu")).Body)
            .Where(dish => dish is { SoldOut: false, Portions: null, MinQuantity: 1 } && dish.Groups.All(group => group.Min == 0))
            .ToList();
        return new Staff
        {
            Manager = manager,
            Kitchen = await ApiClient.StaffAsync(app.Address, "kitchen", RunningApp.KitchenPin),
            Guests = await Task.WhenAll(tables.Select(token => ApiClient.GuestAsync(app.Address, token))),
            Cooked = [.. plain.Where(dish => dish.Station is not null)],
            Carried = [.. plain.Where(dish => dish.Station is null)],
        };
    }

    /// <summary>A round for a party: something a cook makes first, then up to two more of anything.</summary>
    public IReadOnlyList<Dish> Some(Random random) =>
        [Any(Cooked, random), .. Enumerable.Range(0, random.Next(3)).Select(_ => Any(random.Next(2) == 0 ? Cooked : Carried, random))];

    public void Dispose()
    {
        foreach (var client in Guests.Append(Manager).Append(Kitchen))
        {
            client.Dispose();
        }
    }

    private static Dish Any(IReadOnlyList<Dish> dishes, Random random) => dishes[random.Next(dishes.Count)];
}
