namespace TableOrder.Web.Kitchen;

/// <summary>What was bumped on this screen, so that the last can be called back: at most 50, for 15 minutes.</summary>
public sealed class BumpedTickets
{
    private const int Most = 50;
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(15);
    private readonly LinkedList<BumpedTicket> bumped = [];

    /// <summary>Remembers a bump as the last one.</summary>
    public void Add(BumpedTicket ticket)
    {
        bumped.AddLast(ticket);
        if (bumped.Count > Most)
        {
            bumped.RemoveFirst();
        }
    }

    /// <summary>The last bump that may still be called back; null where there is none.</summary>
    public BumpedTicket? Last(DateTimeOffset now)
    {
        while (bumped.First is { } oldest && now - oldest.Value.At > Keep)
        {
            bumped.RemoveFirst();
        }

        return bumped.Last?.Value;
    }

    /// <summary>Forgets a bump: it was called back, or came back by itself.</summary>
    public void Remove(BumpedTicket ticket) => bumped.Remove(ticket);
}

/// <summary>A bump on this screen.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Number">Its number, for people.</param>
/// <param name="Stations">Whose tickets left with it; a recall calls back these alone.</param>
/// <param name="At">When.</param>
public sealed record BumpedTicket(Guid OrderId, int Number, IReadOnlyList<string> Stations, DateTimeOffset At);
