using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Web.Layout;
using TableOrder.Web.Live;

namespace TableOrder.Web.Guest;

/// <summary>The menu and the cart of the table. What the kitchen or the manager changes is seen here at once.</summary>
public sealed partial class MenuPage : GuestPage
{
    private const int LongName = 44;
    private MenuView? view;
    private long version;
    private OrderWatch? watch;
    private int openOrders;
    private MenuItem? opened;
    private bool cartOpen;
    private string said = "";

    [Inject]
    private MenuReader Menus { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        if (await SitAsync() is not { } seat)
        {
            return;
        }

        // Before the menu: a change in between is seen as another version.
        version = await Topics.VersionAsync(MenuReader.Watched);
        Show((await Menus.GetAsync(Actor)).Value);
        await ReadCartAsync();

        watch ??= new OrderWatch(
            Feed,
            Orders,
            Actor,
            happened => happened.Concerns(seat.SeatingId),
            order => order.IsOpen && order.SeatingId == seat.SeatingId
        );
        await watch.LoadAsync(() => Orders.ListAsync(Actor, new OrderQuery { Open = true, Limit = OrderQuery.MostPerPage }));
        openOrders = watch.Orders.Count;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() =>
        Seat is null ? [] : [FollowTableAsync, FollowMenuAsync, FollowOrdersAsync];

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Seat is not null)
        {
            await TellAsync("tableOrder.spy");
        }
    }

    private async Task FollowMenuAsync(CancellationToken cancellation)
    {
        version = await Topics.ChangedAsync(MenuReader.Watched, version, cancellation);
        var (before, categories) = (review, view!.Menu.Categories.Select(category => category.Id).ToList());
        Show((await Menus.GetAsync(Actor)).Value);
        TellChanges(before);
        StateHasChanged();
        if (!categories.SequenceEqual(view.Menu.Categories.Select(category => category.Id)))
        {
            await TellAsync("tableOrder.spy");
        }
    }

    private async Task FollowOrdersAsync(CancellationToken cancellation)
    {
        await watch!.NextAsync(cancellation);
        openOrders = watch.Orders.Count;
        StateHasChanged();
    }

    private void Show(MenuView now)
    {
        view = now;
        review = CartReview.Of(cart, now);
        opened = opened is null ? null : now.Menu.Item(opened.Id) ?? opened;
    }

    private bool IsGone(MenuItem dish) => view!.Menu.Item(dish.Id) is not { } now || view.IsOut(now);

    private void Open(MenuItem dish)
    {
        // The card may be older than the menu for the length of a round trip.
        opened = IsGone(dish) ? null : view!.Menu.Item(dish.Id);
    }
}
