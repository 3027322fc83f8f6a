using System.Globalization;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Kitchen.Plain;

/// <summary>A press of the one button that a plain ticket has.</summary>
/// <param name="OrderId">Whose ticket.</param>
/// <param name="Version">The order's version that stood on the page.</param>
/// <param name="To">Ready: it leaves; preparing: its allergies were seen.</param>
public sealed record PlainBump(Guid OrderId, int Version, LineStatus To)
{
    /// <summary>What was sent; null where it is no press of ours.</summary>
    public static PlainBump? Of(IFormCollection form) =>
        Guid.TryParse(form["order"], out var order)
        && int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && Enum.TryParse<LineStatus>(form["to"], ignoreCase: true, out var to)
        && to is LineStatus.Preparing or LineStatus.Ready
            ? new PlainBump(order, version, to)
            : null;

    /// <summary>
    /// Whether the ticket is another than the one that was looked at: the page may be as old as its last refresh, and what was fired or cancelled since then must not leave unseen.
    /// What only went on meanwhile is no reason.
    /// </summary>
    public bool IsStale(Order now, KitchenView view) =>
        view.Shown(now)
            .SelectMany(ticket => now.LinesOf(ticket.Station))
            .Any(line => line.ChangedVersion > Version && (line.CancelledQuantity > 0 || line.Status is LineStatus.Placed or LineStatus.Preparing));

    /// <summary>The step that the desk is asked for.</summary>
    public StepOrder Step(KitchenView view) => new(OrderId, To) { Station = view.Slug };
}
