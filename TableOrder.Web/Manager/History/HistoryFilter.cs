using System.Globalization;
using TableOrder.Core;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Manager.History;

/// <summary>What the manager looks for among all orders. It stands in the page's address, so that it can be kept, sent and reloaded.</summary>
/// <param name="Status">Only this status.</param>
/// <param name="TableId">Only this table's.</param>
/// <param name="Day">Only this business day's.</param>
public sealed record HistoryFilter(OrderStatus? Status = null, Guid? TableId = null, DateOnly? Day = null)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Only orders that still need somebody, or only those that do not.</summary>
    public bool? Open { get; init; }

    /// <summary>Only orders of this number.</summary>
    public int? Number { get; init; }

    /// <summary>Only orders with one of these dishes.</summary>
    public IReadOnlyList<Guid>? Items { get; init; }

    /// <summary>Only orders that come to an amount.</summary>
    public AmountRange? Amount { get; init; }

    /// <summary>Nothing is narrowed.</summary>
    public bool IsEmpty => ShowsWholeDays && Day is null;

    /// <summary>A day on the screen is the whole day, not a part of it.</summary>
    public bool ShowsWholeDays => this is { Status: null, TableId: null, Open: null, Number: null, Items: null, Amount: null };

    /// <summary>Which orders, newest first.</summary>
    public OrderQuery Query =>
        new()
        {
            Status = Status,
            TableId = TableId,
            Day = Day,
            Open = Open,
            Number = Number,
            MenuItemIds = Items,
            MinTotal = Amount?.Least,
            MaxTotal = Amount?.Most,
        };

    /// <summary>The day as an address and a date field write it; empty where there is none.</summary>
    public string DayText => Day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "";

    /// <summary>The page's path with this filter.</summary>
    public string Address
    {
        get
        {
            List<string?> parts =
            [
                Status is { } status ? $"status={Name(status)}" : null,
                TableId is { } table ? $"table={table}" : null,
                Day is null ? null : $"day={DayText}",
                Open is { } open ? $"open={(open ? "true" : "false")}" : null,
                Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"number={number}") : null,
                .. (Items ?? []).Select(item => $"item={item}"),
                Amount is { } amount ? $"amount={amount}" : null,
            ];
            var said = string.Join('&', parts.OfType<string>());
            return said.Length == 0 ? "/manager/orders" : $"/manager/orders?{said}";
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

    /// <summary>With what an address says of a search; what it cannot mean does not narrow.</summary>
    public HistoryFilter With(string? open, string? number, IEnumerable<string>? items, string? amount)
    {
        var dishes = (items ?? []).Select(item => Guid.TryParse(item, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct();
        return this with
        {
            Open = bool.TryParse(open, out var isOpen) ? isOpen : null,
            Number = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var named) && named > 0 ? named : null,
            Items = dishes.Take(OrderQuery.MostItems).ToList() is { Count: > 0 } some ? some : null,
            Amount = AmountRange.Parse(amount),
        };
    }

    /// <summary>A status as the address and the API write it.</summary>
    public static string Name(OrderStatus status) => $"{status}".ToLowerInvariant();
}

/// <summary>From one amount to another, both included.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The most; the same where exactly this amount is meant.</param>
public sealed record AmountRange(Money Least, Money Most)
{
    /// <summary>As an address writes it, in minor units: "42500", "40000-45000".</summary>
    public override string ToString() =>
        Least == Most
            ? Least.Minor.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Least.Minor}-{Most.Minor}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static AmountRange? Parse(string? text)
    {
        var parts = (text ?? "").Split('-');
        return parts.Length <= 2 && Minor(parts[0]) is { } least && Minor(parts[^1]) is { } most && least <= most
            ? new AmountRange(least, most)
            : null;
    }

    private static Money? Minor(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? new Money(minor) : null;
}
