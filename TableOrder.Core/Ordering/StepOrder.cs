namespace TableOrder.Core.Ordering;

/// <summary>Moves the lines of an order, of one station's ticket or one line towards a status; with a version, back to it.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="To">Placed (fire), Preparing, Ready (of a ticket: bump) or Served.</param>
public sealed record StepOrder(Guid OrderId, LineStatus To)
{
    /// <summary>Only this station's ticket; null: every one.</summary>
    public string? Station { get; init; }

    /// <summary>Only this line.</summary>
    public Guid? LineId { get; init; }

    /// <summary>Only lines of this course; null: of every one.</summary>
    public int? Course { get; init; }

    /// <summary>
    /// The version on the screen where it was pressed. Given, it refuses where something of what it addresses was cancelled since: nobody may take away by a bump
    /// what they have not read. Unlike <see cref="Version"/> it recalls nothing, and whatever else changed since is no matter.
    /// </summary>
    public int? Seen { get; init; }

    /// <summary>The version the sender saw. Given, a line that changed since refuses, and lines ahead are recalled; null: nothing is stale, nothing recalled.</summary>
    public int? Version { get; init; }
}

/// <summary>The rule of steps. Pure: the same order and command give the same answer.</summary>
public static class StepRule
{
    /// <summary>The order after the step; all lines behind the target move, or none.</summary>
    /// <param name="order">As it is.</param>
    /// <param name="step">What is wished.</param>
    /// <param name="now">The server's clock.</param>
    /// <param name="lastBumpServes">Nobody stands at the pass: what the last station bumps is carried at once.</param>
    public static Outcome<OrderChange> Decide(Order order, StepOrder step, DateTimeOffset now, bool lastBumpServes = false)
    {
        if (Malformed(order, step) is { } refusal)
        {
            return refusal;
        }

        var scope = order.Lines.Where(line => InScope(line, step)).ToList();
        var addressed = scope.FindAll(line =>
            step.To == LineStatus.Placed ? line.Status == LineStatus.Held : line.Status is not (LineStatus.Held or LineStatus.Cancelled)
        );
        if (step.LineId is not null && addressed.Count == 0)
        {
            // Fired twice, it is already on its way; a held or cancelled line goes nowhere by itself.
            return scope[0].Status is LineStatus.Held or LineStatus.Cancelled
                ? Refused(order, OrderRefusal.IllegalTransition)
                : OrderChange.None(order);
        }

        if (step.Version is { } seen && addressed.Exists(line => line.ChangedVersion > seen))
        {
            return Refused(order, OrderRefusal.StaleVersion);
        }

        if (step.Seen is { } read && scope.Exists(line => line.CancelledQuantity > 0 && line.ChangedVersion > read))
        {
            return Refused(order, OrderRefusal.StaleVersion);
        }

        var moving = addressed.FindAll(line => line.Status < step.To);
        if (moving.Exists(line => !LineStep.IsForward(line.Status, step.To)))
        {
            return Refused(order, OrderRefusal.IllegalTransition);
        }

        var recall = false;
        if (moving.Count == 0 && step.Version is not null)
        {
            moving = addressed.FindAll(line => LineStep.IsRecall(line, step.To));
            recall = moving.Count > 0;
        }

        var change = Move(order, step, moving, recall, now);
        return lastBumpServes && step is { To: LineStatus.Ready, LineId: null } && !recall ? LastBump.Serve(order, change) : change;
    }

    /// <summary>Whether a change only fires, serves or takes back to ready: what waiters do. A bump or a start is none.</summary>
    public static bool IsService(OrderChange change) =>
        change.Event is null
        || (
            change.Detail.Lines.Count > 0
            && change.Detail.Lines.All(move =>
                move is { From: LineStatus.Held } or { To: LineStatus.Served } or { From: LineStatus.Served, To: LineStatus.Ready }
            )
        );

    private static Refusal? Malformed(Order order, StepOrder step)
    {
        if (step.To is LineStatus.Held or LineStatus.Cancelled)
        {
            return Refusal.Bad("status", "Send placed, preparing, ready or served.");
        }

        if (step.Version < 1)
        {
            return Refusal.Bad("version", "Send the order's version as you saw it, 1 or more.");
        }

        if (step.Station is { } station && !order.Tickets.Any(ticket => string.Equals(ticket.Station, station, StringComparison.Ordinal)))
        {
            return Refusal.Bad("station", "Send a station that has lines in this order.");
        }

        return step.LineId is not null && !order.Lines.Any(line => InScope(line, step)) ? new Refusal(Refusal.NotFound) : null;
    }

    private static bool InScope(OrderLine line, StepOrder step) =>
        (step.LineId is not { } id || line.Id == id)
        && (step.Course is not { } course || line.Course == course)
        && (step.Station is not { } station || string.Equals(line.Station, station, StringComparison.Ordinal));

    private static OrderChange Move(Order order, StepOrder step, List<OrderLine> moving, bool recall, DateTimeOffset now)
    {
        var version = order.Version + 1;
        var lines = order.Lines.Select(line => moving.Contains(line) ? LineAfter(line, step.To, version, now) : line).ToList();
        var tickets = order.Tickets.Select(ticket => TicketAfter(order, ticket, step, moving, recall, now)).ToList();
        return moving.Count == 0 && tickets.SequenceEqual(order.Tickets)
            ? OrderChange.None(order)
            : OrderChange.Of(order, lines, tickets, reason: null);
    }

    private static OrderLine LineAfter(OrderLine line, LineStatus to, int version, DateTimeOffset now) =>
        line with
        {
            Status = Target(line, to),
            ChangedVersion = version,
            FiredAt = to == LineStatus.Placed ? now : line.FiredAt,

            // A drink without a station is ready without anybody's making it. What is taken back from the table was made all the same.
            ReadyAt =
                to == LineStatus.Preparing ? null
                : to == LineStatus.Ready && line.Station is not null ? line.ReadyAt ?? now
                : line.ReadyAt,
        };

    private static LineStatus Target(OrderLine line, LineStatus to) => to == LineStatus.Placed && line.Station is null ? LineStatus.Ready : to;

    private static Ticket TicketAfter(Order order, Ticket ticket, StepOrder step, List<OrderLine> moving, bool recall, DateTimeOffset now)
    {
        var mine = order.LinesOf(ticket.Station).ToList();
        var moved = moving.Exists(mine.Contains);
        if (step.To == LineStatus.Placed)
        {
            return moved ? ticket with { FiredAt = ticket.FiredAt ?? now, BumpedAt = null } : ticket;
        }

        if (recall)
        {
            return moved ? ticket with { BumpedAt = null, RecalledAt = ticket.BumpedAt is null ? ticket.RecalledAt : now } : ticket;
        }

        var addressed = mine.Exists(line => InScope(line, step) && line.Status != LineStatus.Held);
        if (!addressed || step.To == LineStatus.Served)
        {
            return ticket;
        }

        // Whoever starts, ticks or bumps has seen the ticket.
        var touched = ticket with
        {
            TouchedAt = ticket.TouchedAt ?? now,
        };
        var bump =
            step.To == LineStatus.Ready && step.LineId is null && mine.Exists(line => line.Status is not (LineStatus.Held or LineStatus.Cancelled));
        return bump ? touched with { BumpedAt = ticket.BumpedAt ?? now } : touched;
    }

    private static OrderRefusal Refused(Order order, string code) => new(code) { Current = order };
}
