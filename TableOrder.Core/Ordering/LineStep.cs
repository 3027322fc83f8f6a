namespace TableOrder.Core.Ordering;

/// <summary>Which ways a line may go. Pure.</summary>
public static class LineStep
{
    /// <summary>Whether a line may go from one status to another on the way to the table.</summary>
    public static bool IsForward(LineStatus from, LineStatus to) =>
        (from, to)
            is
                (LineStatus.Held, LineStatus.Placed)
                or
                (LineStatus.Placed, LineStatus.Preparing)
                or
                (LineStatus.Placed, LineStatus.Ready)
                or
                (LineStatus.Preparing, LineStatus.Ready)
                or
                (LineStatus.Ready, LineStatus.Served);

    /// <summary>Whether a line may be taken back there. Nobody prepares a line without a station, so a recall to preparing skips it.</summary>
    public static bool IsRecall(OrderLine line, LineStatus to) =>
        (line.Status, to) switch
        {
            (LineStatus.Ready or LineStatus.Served, LineStatus.Preparing) => line.Station is not null,
            (LineStatus.Served, LineStatus.Ready) => true,
            _ => false,
        };
}
