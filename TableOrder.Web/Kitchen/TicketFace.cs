using Microsoft.Extensions.Localization;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Kitchen;

/// <summary>An order as one kitchen screen shows it: which lines, since when, and what the bump target says. Pure.</summary>
public sealed class TicketFace
{
    private static readonly TimeSpan WarnAfter = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(8);
    private readonly List<Ticket> shown;
    private readonly Order order;
    private readonly KitchenView view;
    private readonly Lock gate = new();
    private (int Width, string Language, TicketRail.Hung Hung)? measured;
    private (string Language, TicketWords Words)? worded;

    /// <summary>The face of an order on a screen.</summary>
    public TicketFace(Order order, KitchenView view)
    {
        (this.order, this.view) = (order, view);
        shown = [.. view.Shown(order)];
        Since = shown.Count == 0 ? order.PlacedAt : view.Since(order);
        var stations = shown.Select(ticket => view.Find(ticket.Station)).OfType<Station>().ToList();
        Warn = stations.Select(station => station.WarnAfter).DefaultIfEmpty(WarnAfter).Min();
        Late = stations.Select(station => station.LateAfter).DefaultIfEmpty(LateAfter).Min();
        Groups = [.. order.Tickets.OrderBy(Place).Select(Group).Concat(Carried()).Where(group => group.Lines.Count > 0)];
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

    /// <summary>What other stations make of the order, where the screen is to tell.</summary>
    public IEnumerable<OrderLine> Others =>
        view is { Slug: { } slug, Screen.SeesOthers: true }
            ? order.Lines.Where(line =>
                line.Station is not null && !string.Equals(line.Station, slug, StringComparison.Ordinal) && line.Status != LineStatus.Cancelled
            )
            : [];

    /// <summary>It came back after a bump.</summary>
    public bool IsRecalled => !view.IsExpo && shown.Exists(ticket => ticket.RecalledAt is not null);

    /// <summary>A later round of the party.</summary>
    public bool IsAdded => order.Round > 1 && order.Remake is null;

    /// <summary>Stations that are not done with what they were given.</summary>
    public IEnumerable<string> Waits =>
        Fired.Where(line => line.Status is LineStatus.Placed or LineStatus.Preparing).Select(line => line.Station!).Distinct(StringComparer.Ordinal);

    /// <summary>The course that is fired next; null where none is held.</summary>
    public int? NextCourse => order.Lines.Where(line => line.Status == LineStatus.Held).Select(line => (int?)line.Course).DefaultIfEmpty(null).Min();

    /// <summary>What the bump target does next.</summary>
    public BumpKind Bump => view.IsExpo ? AtThePass : AtTheStation;

    private IEnumerable<OrderLine> Fired => order.Lines.Where(line => line.Status is not (LineStatus.Held or LineStatus.Cancelled));

    private BumpKind AtThePass =>
        Fired.All(line => line.Status == LineStatus.Served) ? BumpKind.Fire
        : Fired.All(line => line.Status is LineStatus.Ready or LineStatus.Served) ? BumpKind.Serve
        : BumpKind.Wait;

    private BumpKind AtTheStation
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

    /// <summary>Whether two states of an order look the same on every screen: a receipt changes nothing that a cook could see.</summary>
    public static bool AreAlike(Order one, Order other) =>
        one.PrioritizedAt == other.PrioritizedAt
        && string.Equals(one.TableName, other.TableName, StringComparison.Ordinal)
        && one.Lines.Select(line => line.ChangedVersion).SequenceEqual(other.Lines.Select(line => line.ChangedVersion))
        && one.Tickets.Select(Seen).SequenceEqual(other.Tickets.Select(Seen));

    private static Ticket Seen(Ticket ticket) => ticket with { ReceivedAt = null };

    /// <summary>The order as it hangs in a column of a width, its texts in the language of now. Kept for the last of both: screens of one house are mostly alike.</summary>
    internal TicketRail.Hung Measure(int width, Func<string, string> allergen)
    {
        lock (gate)
        {
            if (measured is not { } known || known.Width != width || !string.Equals(known.Language, TextHelp.Language, StringComparison.Ordinal))
            {
                measured = known = (width, TextHelp.Language, TicketRail.Hung.Measure(order, this, view, width, allergen));
            }

            return known.Hung;
        }
    }

    /// <summary>Its texts in the language of now; kept as the measures are.</summary>
    internal TicketWords Words(IStringLocalizer<KitchenTexts> texts, IStringLocalizer<CommonTexts> common)
    {
        lock (gate)
        {
            if (worded is not { } known || !string.Equals(known.Language, TextHelp.Language, StringComparison.Ordinal))
            {
                worded = known = (TextHelp.Language, new TicketWords(order, this, texts, common));
            }

            return known.Words;
        }
    }

    private TicketGroup Group(Ticket ticket)
    {
        var isShown = shown.Contains(ticket);

        // A touch takes cancelled lines away; until then nobody may have read that they are not wanted any more.
        var lines = order
            .LinesOf(ticket.Station)
            .Where(line =>
                line.Status switch
                {
                    LineStatus.Held => view.Slug is null || (view.Screen.SeesHeld && isShown),
                    LineStatus.Cancelled => isShown && ticket.TouchedAt is null,
                    _ => isShown,
                }
            )
            .ToList();
        var isDone = lines.Count > 0 && lines.TrueForAll(line => line.Status is LineStatus.Ready or LineStatus.Served or LineStatus.Cancelled);
        return new TicketGroup(ticket.Station, lines, TellsCancelled: ticket.TouchedAt is null, isDone);
    }

    /// <summary>What no station makes is for the pass to carry.</summary>
    private IEnumerable<TicketGroup> Carried() =>
        view.IsExpo
            ?
            [
                new TicketGroup(
                    Station: null,
                    [.. order.Lines.Where(line => line.Station is null && line.Status != LineStatus.Cancelled)],
                    TellsCancelled: false,
                    IsDone: true
                ),
            ]
            : [];
}

/// <summary>The lines of one station on a ticket.</summary>
/// <param name="Station">The station's slug; null for what is only carried.</param>
/// <param name="Lines">What is to be seen there.</param>
/// <param name="TellsCancelled">Nobody has touched the ticket since: what was cancelled is still told.</param>
/// <param name="IsDone">The station has made all of it.</param>
public sealed record TicketGroup(string? Station, IReadOnlyList<OrderLine> Lines, bool TellsCancelled, bool IsDone);
