using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Floor;

/// <summary>News that stands over a screen for a while and goes by itself.</summary>
/// <param name="Id">The call's or the order's.</param>
/// <param name="SeatingId">Whose it is.</param>
/// <param name="Table">Where they sit.</param>
/// <param name="Until">How long it stands, Unix milliseconds.</param>
public sealed record FloorToast(Guid Id, Guid SeatingId, string Table, long Until)
{
    /// <summary>What is called for; null: an order is ready.</summary>
    public CallKind? Call { get; init; }

    /// <summary>In the guest's words.</summary>
    public string? Note { get; init; }

    /// <summary>The order's number, where one is ready.</summary>
    public int Number { get; init; }

    /// <summary>A party calls.</summary>
    public static FloorToast Of(Call call, long until) => new(call.Id, call.SeatingId, call.TableName, until) { Call = call.Kind, Note = call.Note };

    /// <summary>An order can be carried.</summary>
    public static FloorToast Of(Order order, long until) => new(order.Id, order.SeatingId, order.TableName, until) { Number = order.Number };
}
