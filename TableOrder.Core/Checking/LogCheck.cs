using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;

namespace TableOrder.Core.Checking;

/// <summary>Whether an order's events follow one another, up to the order as it is. What they say of its lines is for <see cref="LogReplay"/>.</summary>
internal sealed class LogCheck
{
    private static readonly Dictionary<string, OrderEventType> Types = Enum.GetValues<OrderEventType>()
        .ToDictionary(Signals.Name, StringComparer.Ordinal);

    private readonly Order order;
    private readonly string name;
    private readonly Findings findings;
    private readonly string stations;

    private LogCheck(Order order, string name, Findings findings)
    {
        (this.order, this.name, this.findings) = (order, name, findings);

        // By the lines, which an order never gains: its events all name the same.
        var ofLines = order.Lines.Select(line => line.Station).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        stations = EventSql.Stations(ofLines);
    }

    public static void Run(Order order, IEnumerable<EventKey> events, string name, Findings findings) =>
        new LogCheck(order, name, findings).Run(events);

    private void Run(IEnumerable<EventKey> events)
    {
        var replay = new LogReplay(order, name, findings);
        EventKey? before = null;
        foreach (var happened in events)
        {
            var type = Types.TryGetValue(happened.Type, out var known) ? known : (OrderEventType?)null;
            Follows(before, happened);
            Seating(before?.Seating ?? happened.Seating, happened, type);
            if (!string.Equals(happened.Stations, stations, StringComparison.Ordinal))
            {
                Add(happened, $"is for the stations {happened.Stations}, the lines for {stations}");
            }

            if (type is null || (type == OrderEventType.Placed) != (happened.Version == 1))
            {
                Add(happened, $"is {happened.Type}");
            }

            replay.Add(happened, type);
            before = happened;
        }

        if (before?.Version is var last && last != order.Version)
        {
            findings.Add($"{name}: version is {order.Version}, its events end at {last ?? 0}");
        }

        if (before is { Seating: var seating } && !string.Equals(seating, order.SeatingId.ToString(), StringComparison.Ordinal))
        {
            findings.Add($"{name}: seating is {order.SeatingId}, its events end at {seating}");
        }

        replay.End();
    }

    /// <summary>One event for each version from 1, in the log's order too: a screen that follows the log must never go back.</summary>
    private void Follows(EventKey? before, EventKey happened)
    {
        var version = before?.Version ?? 0;
        if (happened.Version != version + 1)
        {
            findings.Add($"{name}: the event after version {version} is of version {happened.Version}");
        }

        if (happened.Sequence <= before?.Sequence)
        {
            Add(happened, $"is number {happened.Sequence} of the log, the one before it {before?.Sequence}");
        }
    }

    /// <summary>An order changes its seating by a move alone, which names where it was.</summary>
    private void Seating(string was, EventKey happened, OrderEventType? type)
    {
        var moved = type == OrderEventType.Moved && string.Equals(happened.FromSeating, was, StringComparison.Ordinal);
        if (!moved && !string.Equals(happened.Seating, was, StringComparison.Ordinal))
        {
            Add(happened, $"is of seating {happened.Seating}, the one before it of {was}");
        }

        if (!moved && happened.FromSeating.Length > 0)
        {
            Add(happened, $"comes from seating {happened.FromSeating}");
        }
    }

    private void Add(EventKey happened, FormattableString what) =>
        findings.Add(FormattableString.Invariant($"{name}: the event of version {happened.Version} ") + FormattableString.Invariant(what));
}
