using TableOrder.Core.Ordering;
using Place = (bool InTurn, System.DateTimeOffset Since, System.DateOnly Day, int Number);

namespace TableOrder.Web.Kitchen;

/// <summary>
/// Where the tickets hang, oldest first, what has priority before all: page after page of columns. None falls off: what does not fit on a page is on a later one,
/// and a ticket that is taller than a column goes on on a second card. An order's place and height are worked out once for each of its states. Pure.
/// </summary>
/// <param name="view">What the screen looks at.</param>
/// <param name="allergen">An allergen's name, as the tickets say it.</param>
public sealed class TicketRail(KitchenView view, Func<string, string> allergen)
{
    private readonly Dictionary<Guid, Hung> hung = [];
    private readonly HashSet<Guid> unreceived = [];
    private long sinceSum;
    private List<IReadOnlyList<TicketPart>>? pages;
    private Frame frame = Frame.Unknown;

    /// <summary>How many tickets hang.</summary>
    public int Count => hung.Count;

    /// <summary>Whose they are.</summary>
    public IEnumerable<Guid> Ids => hung.Keys;

    /// <summary>How many of them no human has touched.</summary>
    public int Untouched { get; private set; }

    /// <summary>The moment since which they wait on average, in Unix milliseconds; null where none hangs.</summary>
    public long? MeanSince => hung.Count == 0 ? null : sinceSum / hung.Count;

    /// <summary>The room there is for a page.</summary>
    public Frame Frame
    {
        get => frame;
        set
        {
            if (frame == value)
            {
                return;
            }

            if (frame.ColumnWidth != value.ColumnWidth)
            {
                foreach (var (id, ticket) in hung.ToList())
                {
                    hung[id] = Measure(ticket.Order, value.ColumnWidth);
                }
            }

            (frame, pages) = (value, null);
        }
    }

    /// <summary>The pages, at least one.</summary>
    public IReadOnlyList<IReadOnlyList<TicketPart>> Pages => pages ??= TicketPages.Of([.. hung.Values.OrderBy(ticket => ticket.Place)], frame);

    /// <summary>The tickets that no screen has confirmed.</summary>
    public IEnumerable<HeldTicket> Unreceived =>
        unreceived.SelectMany(id => view.Unreceived(hung[id].Order).Select(part => new HeldTicket(id, part.Station)));

    /// <summary>Hangs all orders that there are, and takes down all others.</summary>
    public void TakeAll(IReadOnlyDictionary<Guid, Order> orders)
    {
        foreach (var gone in hung.Keys.Where(id => !orders.ContainsKey(id)).ToList())
        {
            Take(gone, now: null);
        }

        foreach (var (id, order) in orders)
        {
            Take(id, order);
        }
    }

    /// <summary>Hangs an order as it is now; null: it is taken down. It looks at that order alone: so a change costs the same however many tickets there are.</summary>
    public void Take(Guid id, Order? now)
    {
        var before = hung.GetValueOrDefault(id);
        if (ReferenceEquals(before?.Order, now))
        {
            return;
        }

        var after = now is null ? null : Measure(now, frame.ColumnWidth);
        Sum(before, -1);
        Sum(after, 1);
        if (after is null)
        {
            hung.Remove(id);
        }
        else
        {
            hung[id] = after;
        }

        // Kept, not searched for: it is asked after with every change.
        if (after?.IsUnreceived == true)
        {
            unreceived.Add(id);
        }
        else
        {
            unreceived.Remove(id);
        }

        if (before is null || after is null || before.Place != after.Place || !before.Heights.AsSpan().SequenceEqual(after.Heights))
        {
            pages = null;
        }
    }

    /// <summary>An order as it hangs; null where it does not.</summary>
    public Order? Find(Guid id) => hung.GetValueOrDefault(id)?.Order;

    /// <summary>Whether a human has yet to touch a ticket that hangs.</summary>
    public bool IsUntouched(Guid id) => hung.GetValueOrDefault(id)?.IsUntouched == true;

    private void Sum(Hung? ticket, int times)
    {
        if (ticket is not null)
        {
            sinceSum += times * ticket.Place.Since.ToUnixTimeMilliseconds();
            Untouched += ticket.IsUntouched ? times : 0;
        }
    }

    private Hung Measure(Order order, int width) => TicketFaces.Of(order, view).Measure(width, allergen);

    /// <summary>An order on the rail, with its place and the heights of what is above its lines, below them, and of each of them.</summary>
    internal sealed class Hung
    {
        public required Order Order { get; init; }
        public required Place Place { get; init; }
        public required ushort[] Heights { get; init; }
        public required bool IsUntouched { get; init; }
        public required bool IsUnreceived { get; init; }

        public static Hung Measure(Order order, TicketFace face, KitchenView view, int width, Func<string, string> allergen)
        {
            var heights = new List<ushort> { (ushort)TicketSize.Above(order, face, width, allergen), (ushort)TicketSize.Below(face, width) };
            foreach (var group in face.Groups)
            {
                for (var i = 0; i < group.Lines.Count; i++)
                {
                    // The station's name stands above its first line.
                    heights.Add((ushort)(TicketSize.Line(group.Lines[i], face, width, allergen) + (i == 0 ? TicketSize.GroupName(view) : 0)));
                }
            }

            return new Hung
            {
                Order = order,

                // The number decides between orders of one moment, so that no place is ever swapped by chance.
                Place = (order.PrioritizedAt is null, face.Since, order.BusinessDay, order.Number),
                Heights = [.. heights],
                IsUntouched = view.IsUntouched(order),
                IsUnreceived = view.Unreceived(order).Any(),
            };
        }
    }
}

/// <summary>A ticket on a page, or the part of it that fits into one column.</summary>
/// <param name="OrderId">Whose.</param>
/// <param name="Part">Which part, from 0.</param>
/// <param name="Parts">How many there are.</param>
/// <param name="From">Its first line, counted over all of the ticket's groups.</param>
/// <param name="Lines">How many lines.</param>
/// <param name="IsTight">A single line is taller than a column: it is set in smaller letters, so that its foot stays with it.</param>
public readonly record struct TicketPart(Guid OrderId, int Part, int Parts, int From, int Lines, bool IsTight = false);
