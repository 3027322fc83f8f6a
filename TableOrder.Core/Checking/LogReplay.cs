using System.Text.Json;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Checking;

/// <summary>
/// Places an order's lines anew and moves them as its events say; in the end they must stand as they are kept.
/// An event that does not fit is told and believed, so that one fault is not told again with every event after it.
/// </summary>
internal sealed class LogReplay
{
    private readonly Order order;
    private readonly string name;
    private readonly Findings findings;
    private readonly List<OrderLine> lines;
    private readonly HashSet<string> received = new(StringComparer.Ordinal);
    private OrderStatus status;
    private bool isFirst;
    private bool isPaid;

    public LogReplay(Order order, string name, Findings findings)
    {
        (this.order, this.name, this.findings) = (order, name, findings);
        var firstCourse = order.Lines.Min(line => line.Course);
        lines =
        [
            .. order.Lines.Select(line =>
                line with
                {
                    Status = PlaceRule.FirstStatus(line.Course, firstCourse, line.Station),
                    CancelledQuantity = 0,
                    ChangedVersion = 1,
                }
            ),
        ];
        status = OrderStatusRule.Derive(lines);
    }

    /// <summary>The order's next event; its type is null where it has none of ours.</summary>
    public void Add(EventKey happened, OrderEventType? type)
    {
        if (Read(happened) is not { } detail)
        {
            return;
        }

        Prioritize(happened, detail.Priority);
        Receive(happened, type, detail.Received ?? []);
        Pay(happened, type, detail.Paid);

        foreach (var move in detail.Lines)
        {
            Move(happened, move);
        }

        var before = status;
        status = OrderStatusRule.Derive(lines);
        var told = OrderChange.EventOf(before, status);

        // A placing, a receipt, a move and money say nothing of lines.
        var silent =
            detail.Lines.Count == 0
            && type is OrderEventType.Placed or OrderEventType.Received or OrderEventType.Moved or OrderEventType.Paid or OrderEventType.Refunded;
        if (type is not null && type != told && !silent)
        {
            findings.Add($"{name}: the event of version {happened.Version} is {happened.Type}, its detail says {Signals.Name(told)}");
        }
    }

    /// <summary>After the last event: what it led to is what is kept.</summary>
    public void End()
    {
        foreach (var (line, replayed) in order.Lines.Zip(lines))
        {
            if (line.Status != replayed.Status)
            {
                findings.Add($"{name}: line {line.Id} is {line.Status}, its events say {replayed.Status}");
            }

            findings.Expect(line.CancelledQuantity, replayed.CancelledQuantity, $"{name}: line {line.Id}: cancelled quantity");
            findings.Expect(line.ChangedVersion, replayed.ChangedVersion, $"{name}: line {line.Id}: changed version");
        }

        if (isFirst != order.PrioritizedAt is not null)
        {
            findings.Add($"{name}: priority is {order.PrioritizedAt is not null}, its events say {isFirst}");
        }

        if (isPaid != order.PaidAt is not null)
        {
            findings.Add($"{name}: paid is {order.PaidAt is not null}, its events say {isPaid}");
        }

        var kept = order.Tickets.Where(ticket => ticket.ReceivedAt is not null).Select(ticket => ticket.Station).ToHashSet(StringComparer.Ordinal);
        if (!kept.SetEquals(received))
        {
            findings.Add($"{name}: received by {string.Join(", ", kept)}, its events say {string.Join(", ", received)}");
        }
    }

    /// <summary>An order gains priority, or loses what it had.</summary>
    private void Prioritize(EventKey happened, bool? priority)
    {
        if (priority == isFirst)
        {
            findings.Add($"{name}: the event of version {happened.Version} sets priority to {priority}, which it was");
        }

        isFirst = priority ?? isFirst;
    }

    /// <summary>The first screen that holds a ticket counts, and no other event.</summary>
    private void Receive(EventKey happened, OrderEventType? type, IReadOnlyList<string> stations)
    {
        if (type is not null && (type == OrderEventType.Received) != (stations.Count > 0))
        {
            findings.Add($"{name}: the event of version {happened.Version} is {happened.Type}, received by {stations.Count} stations");
        }

        foreach (var station in stations.Where(station => !received.Add(station)))
        {
            findings.Add($"{name}: the event of version {happened.Version} is received by {station}, which held it before");
        }
    }

    /// <summary>An order is paid once, and again only after money went back.</summary>
    private void Pay(EventKey happened, OrderEventType? type, bool? paid)
    {
        var fits =
            type == OrderEventType.Paid ? paid == true && !isPaid
            : type == OrderEventType.Refunded ? paid is null || (paid == false && isPaid)
            : type is null || paid is null;
        if (!fits)
        {
            findings.Add($"{name}: the event of version {happened.Version} is {happened.Type}, paid {paid}; it was {isPaid}");
        }

        isPaid = paid ?? isPaid;
    }

    private EventDetail? Read(EventKey happened)
    {
        try
        {
            var detail = Columns.FromJson<EventDetail>(happened.Detail);
            return detail.Lines is null ? throw new JsonException("it has no lines") : detail;
        }
        catch (JsonException fault)
        {
            findings.Add($"{name}: the detail of version {happened.Version} cannot be read: {fault.Message}");
            return null;
        }
    }

    private void Move(EventKey happened, LineMove? move)
    {
        // A list in JSON may hold nothing, too.
        var at = lines.FindIndex(line => line.Id == move?.Id);
        if (move is null || at < 0)
        {
            findings.Add($"{name}: the event of version {happened.Version} moves line {move?.Id.ToString() ?? "null"}, which is none of its own");
            return;
        }

        var line = lines[at];
        if (move.From != line.Status || !IsMove(line, move))
        {
            findings.Add(
                $"{name}: the event of version {happened.Version} moves line {line.Id} from {move.From} to {move.To}, {move.Cancelled} cancelled; it was {line.Status}"
            );
        }

        lines[at] = line with { Status = move.To, CancelledQuantity = line.CancelledQuantity + move.Cancelled, ChangedVersion = happened.Version };
    }

    /// <summary>Some of a line is cancelled and it stays where it is, or all of it; else it goes a step, is fired or recalled.</summary>
    private static bool IsMove(OrderLine line, LineMove move) =>
        move.Cancelled != 0
            ? move.Cancelled > 0 && line.Status != LineStatus.Cancelled && (move.To == LineStatus.Cancelled || move.To == line.Status)
            : LineStep.IsForward(line.Status, move.To)
                || LineStep.IsRecall(line, move.To)
                || (line.Station is null && (line.Status, move.To) is (LineStatus.Held, LineStatus.Ready));
}
