namespace TableOrder.Core.Ordering;

/// <summary>One round that a seating sent. Placed, it never gains lines. Immutable: a rule gives another one.</summary>
public sealed record Order
{
    /// <summary>Its id, rising with time.</summary>
    public required Guid Id { get; init; }

    /// <summary>For people: restarts each business day, gaps allowed.</summary>
    public required int Number { get; init; }

    /// <summary>The day it counts for, also after midnight.</summary>
    public required DateOnly BusinessDay { get; init; }

    /// <summary>The start of the half hour it was placed in.</summary>
    public required DateTimeOffset HalfHour { get; init; }

    /// <summary>The seating's first order is 1; later ones are "added".</summary>
    public required int Round { get; init; }

    /// <summary>The stay it belongs to.</summary>
    public required Guid SeatingId { get; init; }

    /// <summary>The table where it stands now.</summary>
    public required Guid TableId { get; init; }

    /// <summary>That table's name when the order came there.</summary>
    public required string TableName { get; init; }

    /// <summary>Derived from the lines, see <see cref="OrderStatusRule"/>.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>Rises by one with every change; one event each.</summary>
    public required int Version { get; init; }

    /// <summary>The currency of all its prices.</summary>
    public required string Currency { get; init; }

    /// <summary>When it was placed, by the server's clock.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>The seating's allergies, copied at placing.</summary>
    public required IReadOnlyList<string> Allergies { get; init; }

    /// <summary>Since when it is to be made before all others; null: in its turn.</summary>
    public DateTimeOffset? PrioritizedAt { get; init; }

    /// <summary>What it is made in the place of; null for what guests ordered.</summary>
    public Remake? Remake { get; init; }

    /// <summary>Since when its bill is fully paid; null while it is not.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Whether somebody has to pay for it: not for what was cancelled, was free or is made again.</summary>
    public bool IsPayable => Status != OrderStatus.Cancelled && Remake is null && Total > Money.Zero;

    /// <summary>One for each station that has lines in it.</summary>
    public required IReadOnlyList<Ticket> Tickets { get; init; }

    /// <summary>What was ordered, in the order it was chosen.</summary>
    public required IReadOnlyList<OrderLine> Lines { get; init; }

    /// <summary>The sum of what is not cancelled.</summary>
    public Money Total => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Total);

    /// <summary>Somebody still has to do something for it.</summary>
    public bool IsOpen => Status.IsOpen();

    /// <summary>
    /// Since when a live kitchen screen of every station that has something to do holds it; null while one does not, and for what no station makes.
    /// </summary>
    public DateTimeOffset? ReceivedAt
    {
        get
        {
            var working = Tickets
                .Where(ticket => LinesOf(ticket.Station).Any(line => line.Status is not (LineStatus.Held or LineStatus.Cancelled)))
                .ToList();
            return working.TrueForAll(ticket => ticket.ReceivedAt is not null) ? working.Max(ticket => ticket.ReceivedAt) : null;
        }
    }

    /// <summary>When a line's clock began: with the order, or when its course was fired.</summary>
    public DateTimeOffset FiredAt(OrderLine line) => line.FiredAt ?? PlacedAt;

    /// <summary>The lines one station sees.</summary>
    public IEnumerable<OrderLine> LinesOf(string station) => Lines.Where(line => string.Equals(line.Station, station, StringComparison.Ordinal));

    /// <summary>
    /// Whether a station's screen shows its ticket: it was not bumped and something is to be made or to be bumped, or cancelled lines wait for a touch.
    /// A ticket with held lines alone is not shown.
    /// </summary>
    public bool Shows(Ticket ticket) =>
        ticket.BumpedAt is null
        && LinesOf(ticket.Station)
            .Any(line =>
                line.Status is LineStatus.Placed or LineStatus.Preparing or LineStatus.Ready
                || (line.Status == LineStatus.Cancelled && ticket.TouchedAt is null && ticket.FiredAt is not null)
            );
}

/// <summary>A dish with its options, in a quantity. Names, price and tax are copies: a later change of the menu does not touch it.</summary>
public sealed record OrderLine
{
    /// <summary>Its id, unique among all lines.</summary>
    public required Guid Id { get; init; }

    /// <summary>The dish it was.</summary>
    public required Guid MenuItemId { get; init; }

    /// <summary>The dish's name, in all languages.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The chosen options.</summary>
    public required IReadOnlyList<LineModifier> Modifiers { get; init; }

    /// <summary>How many are to be made; shrinks when some are cancelled.</summary>
    public required int Quantity { get; init; }

    /// <summary>How many were cancelled.</summary>
    public int CancelledQuantity { get; init; }

    /// <summary>With options, for one.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>In basis points, included in the price; 0 is exempt.</summary>
    public required int TaxRate { get; init; }

    /// <summary>The guest's words, at most 200 characters.</summary>
    public string? Note { get; init; }

    /// <summary>Where it is made; null for what is only carried.</summary>
    public string? Station { get; init; }

    /// <summary>Lines above the order's lowest course start held.</summary>
    public required int Course { get; init; }

    /// <summary>The truth about its food.</summary>
    public required LineStatus Status { get; init; }

    /// <summary>The order's version in which it last changed.</summary>
    public required int ChangedVersion { get; init; }

    /// <summary>When its course was fired; null for what was not held.</summary>
    public DateTimeOffset? FiredAt { get; init; }

    /// <summary>When its station had made it; null until then, and again where it was called back.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>Which guest chose it; null where staff did.</summary>
    public string? Guest { get; init; }

    /// <summary>Codes of what the dish contains.</summary>
    public required IReadOnlyList<string> Allergens { get; init; }

    /// <summary>What is to be paid for it.</summary>
    public Money Total => UnitPrice * Quantity;
}

/// <summary>An option as the line copied it.</summary>
/// <param name="Id">The modifier it was.</param>
/// <param name="Name">In all languages.</param>
/// <param name="Price">For one.</param>
public sealed record LineModifier(Guid Id, LocalText Name, Money Price);

/// <summary>What an order is made in the place of.</summary>
/// <param name="LineId">The line that guests ordered and pay for; it still counts.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="Number">That order's number, for people.</param>
/// <param name="Reason">Why it is made again, in the kitchen's words.</param>
public sealed record Remake(Guid LineId, Guid OrderId, int Number, string Reason)
{
    /// <summary>How many portions it took of a counted dish, at most what were left: no more come back.</summary>
    public int Portions { get; init; }
}

/// <summary>An order as one station sees it.</summary>
/// <param name="Station">The station's slug.</param>
public sealed record Ticket(string Station)
{
    /// <summary>Its clock began: placed, or the first fire of a held one.</summary>
    public DateTimeOffset? FiredAt { get; init; }

    /// <summary>A live kitchen screen confirmed that it holds it.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>A human touched it since it last changed by a cancellation.</summary>
    public DateTimeOffset? TouchedAt { get; init; }

    /// <summary>It left the screen.</summary>
    public DateTimeOffset? BumpedAt { get; init; }

    /// <summary>It came back after a bump.</summary>
    public DateTimeOffset? RecalledAt { get; init; }
}
