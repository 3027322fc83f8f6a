using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Settings;

namespace TableOrder.Web.Kitchen.Plain;

/// <summary>What stands on a plain kitchen page: the tickets of one moment.</summary>
/// <param name="Address">Where the page is.</param>
/// <param name="View">What it looks at.</param>
/// <param name="Orders">The orders whose tickets it shows, oldest first.</param>
/// <param name="AsOf">The moment, on the restaurant's wall clock.</param>
public sealed record PlainBoard(PlainAddress Address, KitchenView View, IReadOnlyList<Order> Orders, DateTimeOffset AsOf)
{
    /// <summary>Whole minutes that a ticket has been here.</summary>
    public int Minutes(TicketFace face) => Math.Max(0, (int)(AsOf - face.Since).TotalMinutes);

    /// <summary>Reads it.</summary>
    public static async Task<Outcome<PlainBoard>> ReadAsync(Actor actor, PlainAddress address, IServiceProvider services)
    {
        var house = (await services.GetRequiredService<SettingsReader>().GetAsync(actor)).Value;
        var menu = await services.GetRequiredService<MenuReader>().GetAsync(actor);
        if (!menu.Succeeded(out var shown, out var refusal))
        {
            return refusal;
        }

        // Before the orders are read: the page is never newer than it says.
        var asOf = house.Local(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var view = new KitchenView(address.Station, shown.Menu.Stations);
        if (view.IsUnknown)
        {
            return new PlainBoard(address, view, [], asOf);
        }

        var orders = await services.GetRequiredService<OrderReader>().KitchenAsync(actor, view.Slug);
        return orders.Then<PlainBoard>(page => new PlainBoard(
            address,
            view,
            [
                .. page
                    .Items.Where(view.Belongs)
                    .OrderBy(order => order.PrioritizedAt is null)
                    .ThenBy(view.Since)
                    .ThenBy(order => order.BusinessDay)
                    .ThenBy(order => order.Number),
            ],
            asOf
        ));
    }
}
