using System.Globalization;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Manager;

/// <summary>What the manager looks for among all orders. It stands in the page's address, so that it can be kept, sent and reloaded.</summary>
/// <param name="Status">Only this status.</param>
/// <param name="TableId">Only this table's.</param>
/// <param name="Day">Only this business day's.</param>
public sealed record HistoryFilter(OrderStatus? Status = null, Guid? TableId = null, DateOnly? Day = null)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Nothing is narrowed.</summary>
    public bool IsEmpty => this is { Status: null, TableId: null, Day: null };

    /// <summary>A day on the screen is the whole day, not a part of it.</summary>
    public bool ShowsWholeDays => this is { Status: null, TableId: null };

    /// <summary>Which orders, newest first.</summary>
    public OrderQuery Query =>
        new()
        {
            Status = Status,
            TableId = TableId,
            Day = Day,
        };

    /// <summary>The day as an address and a date field write it; empty where there is none.</summary>
    public string DayText => Day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "";

    /// <summary>The page's path with this filter.</summary>
    public string Address
    {
        get
        {
            var parts = new List<string>();
            if (Status is { } status)
            {
                parts.Add($"status={Name(status)}");
            }

            if (TableId is { } table)
            {
                parts.Add($"table={table}");
            }

            if (Day is not null)
            {
                parts.Add($"day={DayText}");
            }

            return parts.Count == 0 ? "/manager/orders" : $"/manager/orders?{string.Join('&', parts)}";
        }
    }

    /// <summary>Reads what an address or a field says; what it cannot mean does not narrow.</summary>
    public static HistoryFilter Of(string? status, string? table, string? day) =>
        new(
            Enum.GetValues<OrderStatus>()
                .Cast<OrderStatus?>()
                .FirstOrDefault(known => string.Equals(Name(known!.Value), status, StringComparison.OrdinalIgnoreCase)),
            Guid.TryParse(table, out var id) ? id : null,
            DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null
        );

    /// <summary>A status as the address and the API write it.</summary>
    public static string Name(OrderStatus status) => $"{status}".ToLowerInvariant();
}
