using Microsoft.AspNetCore.Components;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Web.Live;

namespace TableOrder.Web.Guest;

/// <summary>What every live page of a guest shares: whose it is, and at which table.</summary>
public abstract class GuestPage : LivePage
{
    /// <summary>The guest's own stay; null where it has been closed.</summary>
    protected OwnSeating? Seat { get; private set; }

    /// <summary>The restaurant.</summary>
    protected RestaurantSettings? House { get; private set; }

    /// <summary>Where orders are read.</summary>
    [Inject]
    protected OrderReader Orders { get; set; } = null!;

    /// <summary>Where orders are given and taken back.</summary>
    [Inject]
    protected OrderDesk Desk { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private SeatingReader Seatings { get; set; } = null!;

    [Inject]
    private SettingsReader Settings { get; set; } = null!;

    /// <summary>Finds out who looks and where they sit. Null where the table has been closed: then the page is being left.</summary>
    protected async Task<OwnSeating?> SitAsync()
    {
        Actor = await Visitor.GuestAsync();
        var mine = await Seatings.MineAsync(Actor);
        if (mine.Refusal is not null)
        {
            Leave(OrderRefusal.SeatingClosed);
            return null;
        }

        (Seat, House) = (mine.Value, (await Settings.GetAsync(Actor)).Value);
        return Seat;
    }
}
