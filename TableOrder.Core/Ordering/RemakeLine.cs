using System.Security.Cryptography;
using System.Text;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Makes a line again that went wrong: another order, at no price, that names it.</summary>
/// <param name="RequestId">Made by the sender for this wish: however often it is sent, it becomes one order.</param>
/// <param name="OrderId">The line's order.</param>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">How many of it, 1 up to all.</param>
/// <param name="Reason">Why, in at most 200 characters.</param>
public sealed record RemakeLine(Guid RequestId, Guid OrderId, Guid LineId, int Quantity, string Reason)
{
    internal string Hash() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Columns.ToJson(this))));
}

/// <summary>The rule of remakes. Pure.</summary>
public static class RemakeRule
{
    /// <summary>
    /// The line as it will stand in the order of the remake, and what it is made in the place of: the line that guests ordered, also where this one was a remake itself.
    /// Refuses a line that nobody has begun, or that is cancelled ("illegal_transition").
    /// </summary>
    public static Outcome<(OrderLine Line, Remake Remake)> Decide(Order order, RemakeLine remake, Guid newId)
    {
        if (PlainText.Tidy(remake.Reason) is not { } reason || remake.Reason.Length > PlaceRule.LongestNote)
        {
            return Refusal.Bad("reason", $"Say why, in at most {PlaceRule.LongestNote} characters.");
        }

        if (order.Lines.FirstOrDefault(line => line.Id == remake.LineId) is not { } line)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (line.Station is null || line.Status is not (LineStatus.Preparing or LineStatus.Ready or LineStatus.Served))
        {
            return new OrderRefusal(OrderRefusal.IllegalTransition) { Current = order };
        }

        if (remake.Quantity < 1 || remake.Quantity > line.Quantity)
        {
            return Refusal.Bad("quantity", $"Send a quantity from 1 to {line.Quantity}.");
        }

        var again = line with
        {
            Id = newId,
            Quantity = remake.Quantity,
            CancelledQuantity = 0,
            UnitPrice = Money.Zero,
            Modifiers = [.. line.Modifiers.Select(modifier => modifier with { Price = Money.Zero })],
            Status = LineStatus.Placed,
            ChangedVersion = 1,
            FiredAt = null,
            ReadyAt = null,
        };
        return (again, order.Remake is { } first ? first with { Reason = reason } : new Remake(line.Id, order.Id, order.Number, reason));
    }
}
