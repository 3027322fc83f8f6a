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
    private const ConfigureAwaitOptions Quietly = ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing;
    private MenuView? view;
    private long version;
    private OrderWatch? watch;
    private int openOrders;
    private MenuItem? opened;
    private bool cartOpen;
    private string said = "";

    /// <summary>The party that a waiter orders for; null: whoever looks is a guest.</summary>
    [Parameter]
    public Guid? SeatingId { get; set; }

    /// <inheritdoc/>
    protected override Guid? Served => SeatingId;

    [Inject]
    private MenuReader Menus { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        if (await SitAsync() is null)
        {
            return;
        }

        // Before the menu: a change in between is seen as another version.
        version = await Topics.VersionAsync(MenuReader.Watched);
        sellers = (await Statistics.BestSellersAsync(Actor)).Value;
        Show((await Menus.GetAsync(Actor)).Value);
        await ReadCartAsync();

        watch ??= new OrderWatch(
            Feed,
            Orders,
            Actor,
            happened => happened.Concerns(Seat!.SeatingId),
            order => order.IsOpen && order.SeatingId == Seat!.SeatingId,
            LoadAsync
        );
        var mine = new OrderQuery
        {
            Open = true,
            SeatingId = Served,
            Limit = OrderQuery.MostPerPage,
        };
        await watch.LoadAsync(() => Orders.ListAsync(Actor, mine), Actor);
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
            await SpyAsync();
            await RememberAsync();
            StateHasChanged();
        }
        else
        {
            await SpyAsync();
        }
    }

    /// <summary>The menu is another one when somebody changes it, and when the hour comes at which a dish begins or ceases to be served.</summary>
    private async Task FollowMenuAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (changed, turned) = (Topics.ChangedAsync(MenuReader.Watched, version, either.Token), TurnAsync(either.Token));
        await Task.WhenAny(changed, turned);
        await either.CancelAsync();
        await Task.WhenAll(changed, turned).ConfigureAwait(Quietly);
        version = turned.IsCompletedSuccessfully && !changed.IsCompletedSuccessfully ? version : await changed;

        var before = review;
        Show((await Menus.GetAsync(Actor)).Value);
        TellChanges(before);
        StateHasChanged();
    }

    private async Task TurnAsync(CancellationToken cancellation)
    {
        if (view!.Menu.NextTurn(view.Local) is not { } turn)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, Clock, cancellation);
            return;
        }

        // A timer may be a moment early.
        var moment = House!.Moment(turn);
        while (moment - Clock.GetUtcNow() is { Ticks: > 0 } left)
        {
            await Task.Delay(left + TimeSpan.FromMilliseconds(1), Clock, cancellation);
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
        review = CartReview.Of(review.Cart, now);
        opened = opened is null ? null : now.Menu.Item(opened.Id) ?? opened;
        Arrange();
    }

    private bool IsGone(MenuItem dish) => view!.Menu.Item(dish.Id) is not { } now || view.IsOut(now);
}
