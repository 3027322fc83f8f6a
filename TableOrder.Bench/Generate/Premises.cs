using TableOrder.Bench.Harness;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;

namespace TableOrder.Bench.Generate;

/// <summary>The seeded restaurant, as its Readers tell it: what a long past is made of.</summary>
/// <param name="Menu">What can be ordered.</param>
/// <param name="Tables">Where.</param>
/// <param name="Settings">When a business day begins.</param>
/// <param name="Kitchen">Who makes it.</param>
/// <param name="Manager">Who takes back what guests no longer can.</param>
internal sealed record Premises(MenuView Menu, IReadOnlyList<TableView> Tables, RestaurantSettings Settings, Actor Kitchen, Actor Manager)
{
    /// <summary>Seeds an empty file as the app's first start does.</summary>
    public static async Task<Premises> SeedAsync(string file)
    {
        await using var house = await House.OpenAsync(file);
        return new Premises(
            (await house.Get<MenuReader>().GetAsync(house.Manager)).Value,
            (await house.Get<SeatingReader>().TablesAsync(house.Manager)).Value,
            await house.Get<SettingsReader>().CurrentAsync(),
            (await house.Get<AccessDesk>().TakeRoleAsync(Actor.System, Role.Kitchen, "kitchen")).Value,
            house.Manager
        );
    }
}
