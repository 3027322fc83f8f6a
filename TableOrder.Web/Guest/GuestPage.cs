using Microsoft.AspNetCore.Components;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Web.Live;

namespace TableOrder.Web.Guest;

/// <summary>What every live page of a guest shares: whose it is, at which table, and what that table shares. It leaves in the moment the table is closed.</summary>
public abstract partial class GuestPage : LivePage
{
    private long shared;

    /// <summary>Several loops look; an older look never replaces a newer one.</summary>
    private int looks;
    private int shownLook;

    /// <inheritdoc/>
    /// <remarks>Also where nobody looks any more: a circuit that begins just after the table was closed is nobody's.</remarks>
    protected override bool IsForGuests => Served is null;

    /// <summary>The guest's own stay; null where it has been closed.</summary>
    protected internal OwnSeating? Seat { get; private set; }

    /// <summary>The restaurant.</summary>
    protected internal RestaurantSettings? House { get; private set; }

    /// <summary>Where orders are read.</summary>
    [Inject]
    protected OrderReader Orders { get; set; } = null!;

    /// <summary>Where orders are given and taken back.</summary>
    [Inject]
    protected OrderDesk Desk { get; set; } = null!;

    /// <summary>What is compared instead of listened to.</summary>
    [Inject]
    protected Topics Topics { get; set; } = null!;

    /// <summary>Where guests say their names.</summary>
    [Inject]
    protected SeatingDesk SeatingDesk { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private SeatingReader Seatings { get; set; } = null!;

    [Inject]
    private SettingsReader Settings { get; set; } = null!;

    /// <summary>Finds out who looks and where they sit now: their cookie may name a party that has become part of another. Null where the table has been closed: then the page is being left.</summary>
    protected async Task<OwnSeating?> SitAsync()
    {
        if (Served is { } party)
        {
            return await ServeAsync(party);
        }

        var asked = ++looks;
        var guest = await Visitor.GuestAsync();
        var watched = Seat?.SeatingId ?? guest.SeatingId ?? default;
        while (true)
        {
            // Before the look: a change in between is seen as another version.
            var version = await Topics.VersionAsync(SeatingReader.Watched(watched));
            var mine = await Seatings.MineAsync(guest);
            if (mine.Refusal is not null)
            {
                Actor = guest;
                Leave(OrderRefusal.SeatingClosed);
                return null;
            }

            if (mine.Value.SeatingId == watched)
            {
                var house = (await Settings.GetAsync(guest)).Value;
                await ReadCallsAsync(guest);
                if (asked > shownLook)
                {
                    TellOfTables(Seat, mine.Value);
                    (Actor, Seat, House, shared, shownLook) = (guest with { SeatingId = watched }, mine.Value, house, version, asked);
                }

                return Seat;
            }

            watched = mine.Value.SeatingId;
        }
    }

    /// <summary>Follows what the table shares. Where it has been closed, the page is left; where the party has become part of another, all is read again.</summary>
    protected async Task FollowTableAsync(CancellationToken cancellation)
    {
        await Topics.ChangedAsync(SeatingReader.Watched(Seat!.SeatingId), shared, cancellation);
        var before = Seat.SeatingId;
        if (await SitAsync() is { } seat)
        {
            await (seat.SeatingId == before ? TableChangedAsync() : LoadAsync());
            StateHasChanged();
        }
    }

    /// <summary>Something that the table shares has changed; <see cref="Seat"/> says it already.</summary>
    protected virtual Task TableChangedAsync() => Task.CompletedTask;
}
