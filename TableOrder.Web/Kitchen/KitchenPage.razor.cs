using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Settings;
using TableOrder.Web.Layout;
using TableOrder.Web.Live;

namespace TableOrder.Web.Kitchen;

/// <summary>The kitchen's screen, of one station or of all. It renders itself only when tickets come or go.</summary>
public sealed partial class KitchenPage : LivePage
{
    private static readonly Dictionary<Guid, Order> None = [];
    private KitchenView view = new(null, []);
    private OrderWatch? watch;
    private string timeZone = "";
    private KitchenBoard? board;
    private RecallButton? recall;
    private BusyNote? busy;

    /// <summary>The station's slug; null: all stations.</summary>
    [Parameter]
    public string? Station { get; set; }

    [Inject]
    private OrderDesk Desk { get; set; } = null!;

    [Inject]
    private OrderReader Reader { get; set; } = null!;

    [Inject]
    private MenuReader Menu { get; set; } = null!;

    [Inject]
    private SettingsReader Settings { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    private IReadOnlyDictionary<Guid, Order> Orders => watch?.Orders ?? None;

    private string Name => view.Station?.Name.Here() ?? (view.IsUnknown ? T["Title"] : T["AllStations"]);

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        Actor = await Visitor.StaffAsync();
        timeZone = (await Settings.GetAsync(Actor)).Value.TimeZone;
        var menu = await Menu.GetAsync(Actor);
        if (menu.Refusal is { } refusal)
        {
            Leave(refusal.Code);
            return;
        }

        var looked = new KitchenView(Station, menu.Value.Menu.Stations);
        if (!looked.IsUnknown)
        {
            var following = new OrderWatch(Feed, Reader, Actor, looked.Concerns, looked.Belongs);
            if (await following.LoadAsync(() => Reader.KitchenAsync(Actor, looked.Slug)) is { } denied)
            {
                Leave(denied.Code);
                return;
            }

            watch = following;
        }

        view = looked;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() => watch is null ? [] : [FollowOrdersAsync];

    private async Task FollowOrdersAsync(CancellationToken cancellation)
    {
        var changed = await watch!.NextAsync(cancellation);
        if (board?.Show(changed) != true)
        {
            StateHasChanged();
        }
    }

    private Task<Outcome<Order>> ReadAsync(Guid id) => Reader.GetAsync(Actor, id);

    /// <summary>A ticket's tap. What leaves by it is remembered for a recall.</summary>
    private async Task<Outcome<Order>> TapAsync(StepOrder step)
    {
        var stations = Orders.TryGetValue(step.OrderId, out var before) ? view.Shown(before).Select(ticket => ticket.Station).ToList() : [];
        var answer = await StepAsync(step);
        if (answer.Refusal is null)
        {
            var left = stations.FindAll(station => answer.Value.Tickets.Any(ticket => IsBumped(ticket, station)));
            if (left.Count > 0)
            {
                recall?.Remember(step.OrderId, answer.Value.Number, left);
            }
        }

        return answer;
    }

    private async Task<Outcome<Order>> StepAsync(StepOrder step)
    {
        var answer = await TryAsync(() => Desk.StepAsync(Actor, step));
        if (answer.Refusal is { Code: not (OrderRefusal.IllegalTransition or OrderRefusal.StaleVersion or Refusal.NotFound) } refusal)
        {
            busy?.Say(refusal);
        }

        return answer;
    }

    private static bool IsBumped(Ticket ticket, string station) =>
        ticket.BumpedAt is not null && string.Equals(ticket.Station, station, StringComparison.Ordinal);
}
