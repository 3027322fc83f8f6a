using TableOrder.Core.Ordering;

namespace TableOrder.Core.Checking;

/// <summary>Whether an order that makes a line again is one: at no price, of a line that guests ordered.</summary>
internal static class RemakeCheck
{
    public static void Run(Order order, Remake remake, Order? first, Findings findings)
    {
        var name = OrderCheck.Name(order.Id, order.Number, order.BusinessDay);
        if (order.Lines is not [{ UnitPrice.Minor: 0 } again])
        {
            findings.Add($"{name}: makes a line again, in {order.Lines.Count} lines at {order.Total.Minor}");
            return;
        }

        if (first?.Remake is not null || first?.Lines.FirstOrDefault(line => line.Id == remake.LineId) is not { } line)
        {
            findings.Add($"{name}: makes line {remake.LineId} of order {remake.OrderId} again, which guests did not order there");
        }
        else if (line.MenuItemId != again.MenuItemId || first.Number != remake.Number)
        {
            findings.Add($"{name}: makes another dish again than line {remake.LineId} of #{first.Number}, or says #{remake.Number}");
        }
    }
}
