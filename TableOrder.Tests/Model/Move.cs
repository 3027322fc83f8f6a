using TableOrder.Core.Ordering;

namespace TableOrder.Tests.Model;

/// <summary>What somebody wants to do, in numbers, so that a failing sequence can be cut down; they are read as far as there is something to choose from.</summary>
internal sealed record Move(int Kind, int A, int B, int C, int D)
{
    /// <summary>It waits with the next ones, and all are committed together.</summary>
    public bool Waits => D % 3 == 0;

    public override string ToString() => $"({Kind},{A},{B},{C},{D})";

    /// <summary>Some version: none, the newest or an older one.</summary>
    public int? Version(ModelOrder order) =>
        (C % 4) switch
        {
            0 => null,
            1 => Math.Max(1, order.Version - 1),
            _ => order.Version,
        };

    /// <summary>A step towards the table, back, of a ticket, of a line, or a bump.</summary>
    public StepOrder Step(ModelOrder order)
    {
        var to = (B % 8) switch
        {
            0 => LineStatus.Placed,
            1 or 2 or 3 => LineStatus.Preparing,
            4 or 5 or 6 => LineStatus.Ready,
            _ => LineStatus.Served,
        };
        var step = new StepOrder(order.Id, to) { Version = Version(order) };
        return (D % 5) switch
        {
            0 or 1 when order.Tickets.Count > 0 => step with { Station = order.Tickets[C % order.Tickets.Count].Station },
            2 => step with { LineId = order.Lines[C % order.Lines.Count].Id },
            3 when C % 5 == 0 => step with { Station = "bar" },
            _ => step,
        };
    }

    /// <summary>A cancellation of all, or of some of a line or two.</summary>
    public CancelOrder Cancel(ModelOrder order) =>
        new(order.Id, "a wish")
        {
            Version = Version(order),
            Lines =
                B % 2 == 0
                    ? null
                    : [.. order.Lines.Skip(C % order.Lines.Count).Take(2).Select(l => new CancelLine(l.Id, D % 2 == 0 ? null : 1 + (D % 2)))],
        };
}
