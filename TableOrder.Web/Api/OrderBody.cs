using System.Text.Json.Serialization;
using TableOrder.Core.Ordering;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Api;

/// <summary>One round that a seating sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">For people; restarts each business day.</param>
/// <param name="BusinessDay">The day it counts for, also after midnight.</param>
/// <param name="Round">The seating's first order is 1.</param>
/// <param name="TableName">The table's name as it was.</param>
/// <param name="SeatingId">The party's stay.</param>
/// <param name="Status">Follows from its lines.</param>
/// <param name="Version">Rises by one with every change.</param>
/// <param name="Total">Of what is not cancelled, in minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="Tickets">One for each station that has lines in it.</param>
/// <param name="Allergies">The seating's, as they were at placing.</param>
/// <param name="Lines">What was ordered.</param>
internal sealed record OrderBody(
    Guid Id,
    int Number,
    DateOnly BusinessDay,
    int Round,
    string TableName,
    Guid SeatingId,
    OrderStatus Status,
    int Version,
    long Total,
    string Currency,
    DateTime PlacedAt,
    IReadOnlyList<TicketBody> Tickets,
    IReadOnlyList<string> Allergies,
    IReadOnlyList<LineBody> Lines
)
{
    /// <summary>True where it is to be made before all others; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Priority { get; init; }

    /// <summary>The line that this order makes again, at no price; left out of what guests ordered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? RemakeOf { get; init; }

    /// <summary>Since when its party's whole bill is paid; left out where it is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? PaidAt { get; init; }

    public static OrderBody Of(Order order) =>
        new(
            order.Id,
            order.Number,
            order.BusinessDay,
            order.Round,
            order.TableName,
            order.SeatingId,
            order.Status,
            order.Version,
            order.Total.Minor,
            order.Currency,
            order.PlacedAt.UtcDateTime,
            [.. order.Tickets.Select(TicketBody.Of)],
            order.Allergies,
            [.. order.Lines.Select(LineBody.Of)]
        )
        {
            Priority = order.PrioritizedAt is null ? null : true,
            RemakeOf = order.Remake?.LineId,
            PaidAt = order.PaidAt?.UtcDateTime,
        };
}

/// <summary>An order as one station sees it.</summary>
/// <param name="Station">The station's slug.</param>
/// <param name="ReceivedAt">A live kitchen screen confirmed that it holds it.</param>
/// <param name="TouchedAt">A human touched it.</param>
/// <param name="BumpedAt">It left the screen.</param>
/// <param name="RecalledAt">It came back after a bump.</param>
internal sealed record TicketBody(string Station, DateTime? ReceivedAt, DateTime? TouchedAt, DateTime? BumpedAt, DateTime? RecalledAt)
{
    public static TicketBody Of(Ticket ticket) =>
        new(
            ticket.Station,
            ticket.ReceivedAt?.UtcDateTime,
            ticket.TouchedAt?.UtcDateTime,
            ticket.BumpedAt?.UtcDateTime,
            ticket.RecalledAt?.UtcDateTime
        );
}

/// <summary>A dish with its options, in a quantity.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MenuItemId">The dish it was.</param>
/// <param name="Name">The dish's name.</param>
/// <param name="Modifiers">The chosen options.</param>
/// <param name="Quantity">How many are to be made.</param>
/// <param name="CancelledQuantity">How many were cancelled.</param>
/// <param name="UnitPrice">With options, for one, in minor units.</param>
/// <param name="Total">For all that are not cancelled.</param>
/// <param name="Note">The guest's words.</param>
/// <param name="Station">Where it is made; null for what is only carried.</param>
/// <param name="Course">Lines above the order's lowest course start held.</param>
/// <param name="Status">The truth about its food.</param>
/// <param name="Guest">The nickname of the guest who chose it.</param>
internal sealed record LineBody(
    Guid Id,
    Guid MenuItemId,
    string Name,
    IReadOnlyList<LineModifierBody> Modifiers,
    int Quantity,
    int CancelledQuantity,
    long UnitPrice,
    long Total,
    string? Note,
    string? Station,
    int Course,
    LineStatus Status,
    string? Guest
)
{
    public static LineBody Of(OrderLine line) =>
        new(
            line.Id,
            line.MenuItemId,
            line.Name.Here(),
            [.. line.Modifiers.Select(m => new LineModifierBody(m.Id, m.Name.Here(), m.Price.Minor))],
            line.Quantity,
            line.CancelledQuantity,
            line.UnitPrice.Minor,
            line.Total.Minor,
            line.Note,
            line.Station,
            line.Course,
            line.Status,
            line.Guest
        );
}

/// <summary>An option as the line copied it.</summary>
/// <param name="Id">The option it was.</param>
/// <param name="Name">As cooks see it.</param>
/// <param name="Price">For one, in minor units.</param>
internal sealed record LineModifierBody(Guid Id, string Name, long Price);

/// <summary>A page of orders, all of one moment.</summary>
/// <param name="Sequence">The log's position of the same moment: a stream opened with ?after= it misses nothing.</param>
/// <param name="Items">The orders.</param>
/// <param name="NextCursor">Send it as cursor for the next page; null at the end.</param>
internal sealed record OrdersBody(long Sequence, IReadOnlyList<OrderBody> Items, string? NextCursor)
{
    public static OrdersBody Of(OrderPage page) => new(page.Sequence, [.. page.Items.Select(OrderBody.Of)], page.Next?.ToString());
}
