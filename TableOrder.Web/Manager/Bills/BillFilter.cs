using System.Globalization;
using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Web.Bills;

namespace TableOrder.Web.Manager.Bills;

/// <summary>What the manager looks for among all bills. It stands in the page's address, so that it can be kept, sent and reloaded.</summary>
public sealed record BillFilter
{
    /// <summary>Only parties that came on this business day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Only this table's.</summary>
    public Guid? TableId { get; init; }

    /// <summary>Only bills that stand like this.</summary>
    public BillState? State { get; init; }

    /// <summary>Only bills with an order of this number.</summary>
    public int? Number { get; init; }

    /// <summary>Only bills of this sum, as it was typed.</summary>
    public string Amount { get; init; } = "";

    /// <summary>Only bills with a payment of this reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Nothing is narrowed.</summary>
    public bool IsEmpty => this == new BillFilter();

    /// <summary>The page's path with this filter.</summary>
    public string Address
    {
        get
        {
            List<string> parts =
            [
                .. Part("day", Day?.Iso()),
                .. Part("table", TableId?.ToString()),
                .. Part("state", State is { } state ? Name(state) : null),
                .. Part("order", Number?.ToString(CultureInfo.InvariantCulture)),
                .. Part("amount", Amount),
                .. Part("reference", Reference),
            ];
            return parts.Count == 0 ? "/manager/bills" : $"/manager/bills?{string.Join('&', parts)}";
        }
    }

    /// <summary>Which bills; null where something typed cannot be meant, so that nothing is found by it.</summary>
    /// <param name="currency">Of the amount.</param>
    public BillQuery? Query(string currency)
    {
        var amount = BillWords.Typed(Amount, currency);
        return Amount.Length > 0 && amount is null
            ? null
            : new BillQuery
            {
                Day = Day,
                TableId = TableId,
                State = State,
                OrderNumber = Number,
                Amount = amount,
                Reference = Reference.Length == 0 ? null : Reference[..Math.Min(Reference.Length, BillQuery.LongestReference)],
            };
    }

    /// <summary>Reads what an address or fields say; what they cannot mean does not narrow.</summary>
    public static BillFilter Of(string? day, string? table, string? state, string? order, string? amount, string? reference) =>
        new()
        {
            Day = MoneyWords.Day(day),
            TableId = Guid.TryParse(table, out var id) ? id : null,
            State = Enum.GetValues<BillState>()
                .Cast<BillState?>()
                .FirstOrDefault(known => string.Equals(Name(known!.Value), state, StringComparison.OrdinalIgnoreCase)),
            Number = int.TryParse(order?.TrimStart('#', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            Amount = amount?.Trim() ?? "",
            Reference = reference?.Trim() ?? "",
        };

    /// <summary>A state as the address writes it.</summary>
    public static string Name(BillState state) => $"{state}".ToLowerInvariant();

    private static IEnumerable<string> Part(string name, string? value) =>
        string.IsNullOrEmpty(value) ? [] : [$"{name}={Uri.EscapeDataString(value)}"];
}
