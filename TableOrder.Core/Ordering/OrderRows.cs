using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Puts orders together from rows that each hold a line, its order and its ticket; an order's rows follow one another, its lines in their places.</summary>
internal sealed class OrderRows
{
    /// <summary>The columns, in the order in which they are read below.</summary>
    public const string Columns = """
        o.id, o.number, o.business_day, o.half_hour, o.round, o.seating_id, o.table_name, o.status, o.version, o.currency, o.placed_at, o.allergies, o.table_id,
        l.id, l.menu_item_id, l.name, l.modifiers, l.quantity, l.cancelled_quantity, l.unit_price, l.tax_rate, l.note, l.station, l.course, l.status,
        l.changed_version, l.guest, l.allergens, t.station, t.fired_at, t.received_at, t.touched_at, t.bumped_at, t.recalled_at,
        o.prioritized_at, o.remake, l.fired_at, l.ready_at, o.paid_at
        """;

    private readonly Dictionary<Guid, Order> orders = [];
    private Order? open;
    private List<OrderLine> lines = [];
    private List<Ticket> tickets = [];

    public bool Add(Row row)
    {
        var id = row.Id(0);
        if (open?.Id != id)
        {
            (lines, tickets) = ([], []);
            orders.Add(id, open = Order(row, id));
        }

        lines.Add(Line(row));
        if (row.TextOrNull(28) is { } station && !tickets.Exists(known => string.Equals(known.Station, station, StringComparison.Ordinal)))
        {
            tickets.Add(Ticket(row, station));
        }

        return true;
    }

    /// <summary>The orders there were.</summary>
    public Dictionary<Guid, Order> Done()
    {
        foreach (var order in orders.Values)
        {
            // Rows come by line; people and events know tickets by their stations' names.
            ((List<Ticket>)order.Tickets).Sort((a, b) => string.CompareOrdinal(a.Station, b.Station));
        }

        return orders;
    }

    private Order Order(Row row, Guid id) =>
        new()
        {
            Id = id,
            Number = row.Int(1),
            BusinessDay = row.Day(2),
            HalfHour = row.Time(3),
            Round = row.Int(4),
            SeatingId = row.Id(5),
            TableId = row.Id(12),
            TableName = row.Text(6),
            Status = row.Name<OrderStatus>(7),
            Version = row.Int(8),
            Currency = row.Text(9),
            PlacedAt = row.Time(10),
            Allergies = row.Json<IReadOnlyList<string>>(11),
            PrioritizedAt = row.TimeOrNull(34),
            Remake = row.IsNull(35) ? null : row.Json<Remake>(35),
            PaidAt = row.TimeOrNull(38),
            Lines = lines,
            Tickets = tickets,
        };

    private static OrderLine Line(Row row) =>
        new()
        {
            Id = row.Id(13),
            MenuItemId = row.Id(14),
            Name = row.Json<LocalText>(15),
            Modifiers = row.Json<IReadOnlyList<LineModifier>>(16),
            Quantity = row.Int(17),
            CancelledQuantity = row.Int(18),
            UnitPrice = row.Money(19),
            TaxRate = row.Int(20),
            Note = row.TextOrNull(21),
            Station = row.TextOrNull(22),
            Course = row.Int(23),
            Status = row.Name<LineStatus>(24),
            ChangedVersion = row.Int(25),
            FiredAt = row.TimeOrNull(36),
            ReadyAt = row.TimeOrNull(37),
            Guest = row.TextOrNull(26),
            Allergens = row.Json<IReadOnlyList<string>>(27),
        };

    private static Ticket Ticket(Row row, string station) =>
        new(station)
        {
            FiredAt = row.TimeOrNull(29),
            ReceivedAt = row.TimeOrNull(30),
            TouchedAt = row.TimeOrNull(31),
            BumpedAt = row.TimeOrNull(32),
            RecalledAt = row.TimeOrNull(33),
        };
}
