using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Core.Carts;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Web.Layout;
using TableOrder.Web.Live;

namespace TableOrder.Web.Guest;

/// <summary>What this seating has ordered, and how far it is.</summary>
public sealed partial class OrderPage : GuestPage
{
    private readonly Dictionary<Guid, OrderStatus> told = [];
    private OrderWatch? watch;
    private long billVersion;
    private string said = "";
    private FilledCart? filled;
    private string? refused;

    [Inject]
    private CartDesk Carts { get; set; } = null!;

    private List<Order> Open => Sorted(order => order.IsOpen);

    private List<Order> Past => Sorted(order => !order.IsOpen);

    private Money Total => watch!.Orders.Values.Aggregate(Money.Zero, (sum, order) => sum + order.Total);

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        if (await SitAsync() is not { } seat)
        {
            return;
        }

        // Before the orders: money that moves in between is seen as another version.
        billVersion = await Topics.VersionAsync(BillReader.Watched(seat.SeatingId));
        watch ??= new OrderWatch(
            Feed,
            Orders,
            Actor,
            happened => happened.Concerns(Seat!.SeatingId),
            order => order.SeatingId == Seat!.SeatingId,
            LoadAsync
        );
        await watch.LoadAsync(() => Orders.ListAsync(Actor, new OrderQuery { Limit = OrderQuery.MostPerPage }), Actor);
        foreach (var order in watch.Orders.Values)
        {
            told[order.Id] = order.Status;
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() => watch is null ? [] : [FollowTableAsync, FollowAsync, FollowBillAsync];

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var changed = await watch!.NextAsync(cancellation);
        var news = changed.Select(id => watch.Orders.GetValueOrDefault(id)).OfType<Order>().Where(IsNews).ToList();
        if (news.Count > 0)
        {
            said = string.Join(". ", news.Select(order => T["StatusNow", order.Number, Common.Of(order.Status)].Value));
        }

        // What is due has changed with them.
        await SitAsync();
        StateHasChanged();
    }

    private async Task FollowBillAsync(CancellationToken cancellation)
    {
        var seating = Seat!.SeatingId;
        var version = await Topics.ChangedAsync(BillReader.Watched(seating), billVersion, cancellation);
        if (await SitAsync() is { } seat)
        {
            billVersion = seat.SeatingId == seating ? version : billVersion;
            StateHasChanged();
        }
    }

    private bool IsNews(Order order)
    {
        var isNews = !told.TryGetValue(order.Id, out var before) || before != order.Status;
        told[order.Id] = order.Status;
        return isNews;
    }

    /// <summary>Takes an order back; what came of it is seen when the feed tells of it. The version is left out: receiving a ticket is no reason to refuse.</summary>
    private async Task<Refusal?> CancelAsync(Order order) =>
        (await TryAsync(() => Desk.CancelAsync(Acting, new CancelOrder(order.Id, Staff is null ? null : T["CorrectedAtTable"].Value)))).Refusal;

    /// <summary>The staff takes one portion of a line back.</summary>
    private async Task<Refusal?> CancelOneAsync(Order order, OrderLine line) =>
        (
            await TryAsync(() => Desk.CancelAsync(Acting, new CancelOrder(order.Id, T["CorrectedAtTable"]) { Lines = [new CancelLine(line.Id, 1)] }))
        ).Refusal;

    /// <summary>Puts what an order holds into the table's cart once more.</summary>
    private async Task AgainAsync(Order order)
    {
        var again = await TryAsync(() => Carts.AgainAsync(Acting, new OrderAgain(order.Id) { SeatingId = Seat!.SeatingId }));
        refused = again.Succeeded(out filled, out var refusal) ? null : Common.Of(refusal);
        StateHasChanged();
    }

    private List<Order> Sorted(Func<Order, bool> which) =>
        [.. watch!.Orders.Values.Where(which).OrderByDescending(order => order.BusinessDay).ThenByDescending(order => order.Number)];
}
