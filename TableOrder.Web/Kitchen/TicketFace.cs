using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Kitchen;

/// <summary>An order as one kitchen screen shows it: which lines, since when, and what the bump target says. Pure.</summary>
public sealed class TicketFace
{
    private static readonly TimeSpan WarnAfter = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(8);
    private readonly List<Ticket> shown;
    private readonly Order order;

    /// <summary>The face of an order on a screen.</summary>
    public TicketFace(Order order, KitchenView view)
    {
        this.order = order;
        shown = [.. view.Shown(order)];
        Since = shown.Count == 0 ? order.PlacedAt : view.Since(order);
        var stations = shown.Select(ticket => view.Find(ticket.Station)).OfType<Station>().ToList();
        Warn = stations.Select(station => station.WarnAfter).DefaultIfEmpty(WarnAfter).Min();
        Late = stations.Select(station => station.LateAfter).DefaultIfEmpty(LateAfter).Min();
        Groups = [.. order.Tickets.OrderBy(Place).Select(ticket => Group(ticket, view)).Where(group => group.Lines.Count > 0)];
        int Place(Ticket ticket) =>
            view.Stations.TakeWhile(station => !string.Equals(station.Slug, ticket.Station, StringComparison.Ordinal)).Count();
    }

    /// <summary>When its clock began.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>Older than this it turns yellow: the strictest of its stations.</summary>
    public TimeSpan Warn { get; }

    /// <summary>Older than this it turns red: the strictest of its stations.</summary>
    public TimeSpan Late { get; }

    /// <summary>Its lines by station, in the order of the tabs.</summary>
    public IReadOnlyList<TicketGroup> Groups { get; }

    /// <summary>It came back after a bump.</summary>
    public bool IsRecalled => shown.Exists(ticket => ticket.RecalledAt is not null);

    /// <summary>A later round of the party.</summary>
    public bool IsAdded => order.Round > 1;

    /// <summary>What the bump target does next.</summary>
    public BumpKind Bump
    {
        get
        {
            var due = Groups.SelectMany(group => group.Lines).Where(line => line.Status != LineStatus.Held).ToList();
            return due.TrueForAll(line => line.Status == LineStatus.Cancelled) ? BumpKind.TakeAway
                : order.Allergies.Count > 0 && shown.Exists(ticket => ticket.TouchedAt is null) ? BumpKind.SeeAllergies
                : due.TrueForAll(line => line.Status is LineStatus.Ready or LineStatus.Served or LineStatus.Cancelled) ? BumpKind.SendOut
                : BumpKind.Done;
        }
    }

    /// <summary>What of the party's allergies a line contains.</summary>
    public IEnumerable<string> Dangers(OrderLine line) => line.Allergens.Intersect(order.Allergies, StringComparer.Ordinal);

    private TicketGroup Group(Ticket ticket, KitchenView view)
    {
        var isShown = shown.Contains(ticket);

        // A touch takes cancelled lines away; until then nobody may have read that they are not wanted any more.
        var lines = order
            .LinesOf(ticket.Station)
            .Where(line =>
                line.Status switch
                {
                    LineStatus.Held => view.Slug is null,
                    LineStatus.Cancelled => isShown && ticket.TouchedAt is null,
                    _ => isShown,
                }
            );
        return new TicketGroup(ticket.Station, [.. lines], TellsCancelled: ticket.TouchedAt is null);
    }
}

/// <summary>The lines of one station on a ticket.</summary>
/// <param name="Station">The station's slug.</param>
/// <param name="Lines">What is to be seen there.</param>
/// <param name="TellsCancelled">Nobody has touched the ticket since: what was cancelled is still told.</param>
public sealed record TicketGroup(string Station, IReadOnlyList<OrderLine> Lines, bool TellsCancelled);

/// <summary>What the large target at a ticket's foot does.</summary>
public enum BumpKind
{
    /// <summary>Some lines are not done yet: the bump says that they are.</summary>
    Done,

    /// <summary>All is done and may leave.</summary>
    SendOut,

    /// <summary>The party has allergies and nobody has touched the ticket: the first tap says that they were read.</summary>
    SeeAllergies,

    /// <summary>Nothing is left to be made: the tap takes the ticket away.</summary>
    TakeAway,
}
