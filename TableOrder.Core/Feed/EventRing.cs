namespace TableOrder.Core.Feed;

/// <summary>The newest events, shared by all who read. Bounded: whoever is further behind reads the table.</summary>
internal sealed class EventRing
{
    private const int Size = 8192;
    private readonly OrderEvent[] slots = new OrderEvent[Size];
    private readonly Lock gate = new();
    private long count;
    private long head;

    /// <summary>The position before the oldest event that is still held.</summary>
    private long floor;

    public long Head => Volatile.Read(ref head);

    public void Start(long position) => head = floor = position;

    public void Add(IReadOnlyList<OrderEvent> events)
    {
        lock (gate)
        {
            foreach (var happened in events)
            {
                var slot = (int)(count % Size);
                floor = count >= Size ? slots[slot].Sequence : floor;
                slots[slot] = happened;
                count++;
            }

            Volatile.Write(ref head, events[^1].Sequence);
        }
    }

    /// <summary>At most so many events after a position; null where the ring no longer goes back that far.</summary>
    public IReadOnlyList<OrderEvent>? After(long position, int most)
    {
        lock (gate)
        {
            if (position < floor)
            {
                return null;
            }

            // Binary search by sequence: a log may have gaps.
            var (low, high) = (Math.Max(0, count - Size), count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = slots[(int)(middle % Size)].Sequence <= position ? (middle + 1, high) : (low, middle);
            }

            var found = new OrderEvent[Math.Min(most, count - low)];
            for (var i = 0; i < found.Length; i++)
            {
                found[i] = slots[(int)((low + i) % Size)];
            }

            return found;
        }
    }
}
