using System.Globalization;

namespace TableOrder.Core.Ordering;

/// <summary>Which orders, and which page of them. What is null does not narrow.</summary>
public sealed record OrderQuery
{
    /// <summary>The most orders of one page.</summary>
    public const int MostPerPage = 100;

    /// <summary>The most dishes of one question.</summary>
    public const int MostItems = 50;

    /// <summary>Only orders that still need somebody, or only those that do not.</summary>
    public bool? Open { get; init; }

    /// <summary>Only this status.</summary>
    public OrderStatus? Status { get; init; }

    /// <summary>Only this business day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Only this stay.</summary>
    public Guid? SeatingId { get; init; }

    /// <summary>Only orders that stand at this table now.</summary>
    public Guid? TableId { get; init; }

    /// <summary>Only orders with lines for this station.</summary>
    public string? Station { get; init; }

    /// <summary>Only orders of this number: at most one a business day.</summary>
    public int? Number { get; init; }

    /// <summary>Only orders with a line of one of these dishes, cancelled or made again too; at most <see cref="MostItems"/>.</summary>
    public IReadOnlyList<Guid>? MenuItemIds { get; init; }

    /// <summary>Only orders that come to this or more now: what is cancelled does not count.</summary>
    public Money? MinTotal { get; init; }

    /// <summary>Only orders that come to this or less now.</summary>
    public Money? MaxTotal { get; init; }

    /// <summary>Oldest first; otherwise newest first.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>Where the page before ended.</summary>
    public OrderCursor? After { get; init; }

    /// <summary>1 to 100 orders.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>No order can be all of it: open and of a status that is not, of no dish, or of an amount between two that leave nothing between them.</summary>
    internal bool IsContradiction =>
        (Open is { } open && Status is { } status && open != status.IsOpen()) || MenuItemIds is { Count: 0 } || MinTotal > MaxTotal;

    /// <summary>Only orders that somebody still works on: few, however many orders there were.</summary>
    internal bool IsOfOpen => Open == true || Status?.IsOpen() == true;

    /// <summary>Whether an order belongs to this list, on whichever of its pages: the same answer that the database gives.</summary>
    public bool Holds(Order order) =>
        (Open is null || Open == order.IsOpen)
        && (Status is null || Status == order.Status)
        && (Day is null || Day == order.BusinessDay)
        && (SeatingId is null || SeatingId == order.SeatingId)
        && (TableId is null || TableId == order.TableId)
        && (Number is null || Number == order.Number)
        && (MenuItemIds is null || order.Lines.Any(line => MenuItemIds.Contains(line.MenuItemId)))
        && (MinTotal is null || MinTotal <= order.Total)
        && (MaxTotal is null || order.Total <= MaxTotal)
        && (Station is null || order.Tickets.Any(ticket => string.Equals(ticket.Station, Station, StringComparison.Ordinal)));
}

/// <summary>Where a page ended: by business day and number, so that a page far back costs what the first one does.</summary>
/// <param name="Day">The last order's day.</param>
/// <param name="Number">The last order's number.</param>
public readonly record struct OrderCursor(DateOnly Day, int Number)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static OrderCursor? Parse(string text)
    {
        var parts = text.Split('.');
        return
            parts.Length == 2
            && DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new OrderCursor(day, number)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyyMMdd}.{Number}");
}

/// <summary>Orders of one moment.</summary>
/// <param name="Sequence">The log's position of the same moment: who follows from here misses nothing.</param>
/// <param name="Items">The orders.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record OrderPage(long Sequence, IReadOnlyList<Order> Items, OrderCursor? Next);
