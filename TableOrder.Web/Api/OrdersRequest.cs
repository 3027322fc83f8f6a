using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TableOrder.Core;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Api;

/// <summary>Which orders, and which page of them. What is left out does not narrow.</summary>
internal sealed record OrdersRequest
{
    [FromQuery(Name = "open"), Description("true: only orders that still need somebody; false: only those that do not")]
    public bool? Open { get; init; }

    [FromQuery(Name = "status"), Description("Only this status"), RegularExpression("^(placed|preparing|ready|served|cancelled)$")]
    public string? Status { get; init; }

    [FromQuery(Name = "day"), Description("Only this business day")]
    public DateOnly? Day { get; init; }

    [FromQuery(Name = "seatingId"), Description("Only this party's; a guest always gets their own")]
    public Guid? SeatingId { get; init; }

    [FromQuery(Name = "tableId"), Description("Only orders that stand at this table now")]
    public Guid? TableId { get; init; }

    [FromQuery(Name = "station"), Description("Only orders with lines for this station")]
    public string? Station { get; init; }

    [FromQuery(Name = "number"), Description("Only orders of this number: at most one a business day"), Range(1, int.MaxValue)]
    public int? Number { get; init; }

    [FromQuery(Name = "menuItemId"), Description("Only orders with a line of this dish, cancelled or made again too")]
    public Guid? MenuItemId { get; init; }

    [FromQuery(Name = "total"), Description("Only orders that come to exactly this now, in minor units")]
    public long? Total { get; init; }

    [FromQuery(Name = "sort"), Description("newest first, or oldest first"), RegularExpression("^(newest|oldest)$")]
    public string? Sort { get; init; }

    [FromQuery(Name = "cursor"), Description("nextCursor of the page before")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Description("How many at most; 50 where it is left out"), Range(1, OrderQuery.MostPerPage)]
    public int? Limit { get; init; }

    public Outcome<OrderQuery> Query()
    {
        OrderStatus? status = null;
        if (Status is { } name)
        {
            if (!Named(name, out var named))
            {
                return Refusal.Bad("status", "Send placed, preparing, ready, served or cancelled.");
            }

            status = named;
        }

        if (Number < 1)
        {
            return Refusal.Bad("number", "Send a number of 1 or more.");
        }

        if (Sort is not (null or "newest" or "oldest"))
        {
            return Refusal.Bad("sort", "Send oldest or newest.");
        }

        var after = Cursor is null ? null : OrderCursor.Parse(Cursor);
        return after is null && Cursor is not null
            ? Refusal.Bad("cursor", "Send the nextCursor of the page before, unchanged.")
            : new OrderQuery
            {
                Open = Open,
                Status = status,
                Day = Day,
                SeatingId = SeatingId,
                TableId = TableId,
                Station = Station,
                Number = Number,
                MenuItemIds = MenuItemId is { } dish ? [dish] : null,
                MinTotal = Total is { } total ? new Money(total) : null,
                MaxTotal = Total is { } exactly ? new Money(exactly) : null,
                OldestFirst = Sort is "oldest",
                After = after,
                Limit = Limit ?? new OrderQuery().Limit,
            };
    }

    /// <summary>By name only: a number would pass as a status, too.</summary>
    private static bool Named(string name, out OrderStatus status) =>
        Enum.TryParse(name, ignoreCase: true, out status) && Enum.GetNames<OrderStatus>().Contains(name, StringComparer.OrdinalIgnoreCase);
}
