using System.Globalization;
using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager.History;

/// <summary>One order: what it is now, what it costs its party, all that happened to it, and what a manager can do about it. Live.</summary>
public sealed partial class OneOrderPage
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);
    private OrderHistory? history;
    private Bill? bill;
    private SeatingDetail? seating;
    private MenuSnapshot menu = null!;
    private FeedCursor? log;
    private Order? painted;
    private Guid? chosen;
    private bool isCancelling;
    private GoingBack? goingBack;

    /// <summary>The order's id.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private OrderHistoryReader Histories { get; set; } = null!;

    [Inject]
    private OrderDesk Desk { get; set; } = null!;

    [Inject]
    private PaymentDesk Payments { get; set; } = null!;

    [Inject]
    private BillReader Bills { get; set; } = null!;

    [Inject]
    private SeatingReader Seatings { get; set; } = null!;

    [Inject]
    private MenuReader Menu { get; set; } = null!;

    /// <summary>What changes the bill without changing the order.</summary>
    protected override IReadOnlyList<string> Own => history is { Order.SeatingId: var whose } ? BillReader.Watched(whose) : [];

    private Order? Order => history?.Order;

    private string Heading => Order is { } order ? T["OrderTitle", order.Number, order.TableName] : T["Unknown"];

    private string Party =>
        seating is null ? ""
        : seating.ClosedAt is { } left ? T["PartyLeft", House.Local(left).OnTheWall()]
        : seating.Party > 0 ? T["Party", seating.Party]
        : T["PartyHere"];

    private (Payment Entry, Money Left) Standing => bill?.Standing.FirstOrDefault(one => one.Entry.Id == goingBack?.PaymentId) ?? default;

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() => history is null ? base.Follow() : [.. base.Follow(), FollowLogAsync];

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        history = (await Histories.GetAsync(Actor, Id)).Succeeded(out var read, out _) ? read : null;
        if (history is not { Order: var order })
        {
            return;
        }

        log ??= (await Feed.OpenAsync(Actor, history.Sequence)).Value;
        log.MoveTo(history.Sequence);
        menu = (await Menu.GetAsync(Actor)).Value.Menu;
        bill = (await Bills.GetAsync(Actor, order.SeatingId)).Succeeded(out var owed, out _) ? owed : null;
        seating = (await Seatings.GetAsync(Actor, order.SeatingId)).Succeeded(out var party, out _) ? party : null;
    }

    private string PlacedAt(Order order) => House.Local(order.PlacedAt).ToString("g", CultureInfo.CurrentCulture);

    private string NameOf(string station) => menu.Station(station)?.Name.Here() ?? station;

    private PastWords Words(Order order) => new(T, Common, order, NameOf);

    private async Task FollowLogAsync(CancellationToken cancellation)
    {
        await log!.WaitAsync(cancellation);
        var news = await log.ReadAsync();
        if (news.Any(happened => happened.OrderId == Id || (Order is { } order && happened.Concerns(order.SeatingId))))
        {
            await ReadAsync();
            StateHasChanged();
            await Task.Delay(Breath, cancellation);
        }
    }

    /// <summary>Opens what can be done with a line, or with the whole order: as it is painted now, whatever happens meanwhile.</summary>
    private void Choose(Order order, OrderLine? line) => (painted, chosen, isCancelling, goingBack) = (order, line?.Id, line is null, null);

    private void GiveBack(GoingBack wish) => (painted, chosen, isCancelling, goingBack) = (null, null, false, wish);

    private void Shut() => (painted, chosen, isCancelling, goingBack) = (null, null, false, null);

    private async Task ServeAsync(Order order)
    {
        foreach (var line in order.Lines.Where(line => line.Status == LineStatus.Ready))
        {
            var step = new StepOrder(order.Id, LineStatus.Served) { LineId = line.Id, Seen = order.Version };
            if (!await SayAsync(() => Desk.StepAsync(Actor, step), T["SaidServed"]))
            {
                return;
            }
        }
    }

    /// <summary>Carries something out that was pressed on what was painted. Where that is no more, says what has changed; the sheet goes on from there.</summary>
    private async Task<string?> WhyNotAsync<T1>(Order was, Func<Task<Outcome<T1>>> command)
    {
        Refusal? refusal = null;
        var why = await WhyNotAsync(async () =>
        {
            var outcome = await command();
            refusal = outcome.Refusal;
            return outcome;
        });
        if (why is null || refusal is not OrderRefusal { Current: { } now } || now.Version <= was.Version)
        {
            return why;
        }

        var changes = Words(was).Changes(now);
        painted = now;
        StateHasChanged();
        return changes.Count == 0 ? why : T["ChangedMeanwhile", string.Join(" · ", changes)];
    }
}
