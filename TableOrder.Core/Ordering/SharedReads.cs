namespace TableOrder.Core.Ordering;

/// <summary>
/// One change, one read, however many screens ask. A kept result answers if its own version is high enough; a read under way is joined only if it was started
/// for a high enough version, because one begun before a commit may not see it.
/// </summary>
internal sealed class SharedReads(Func<Guid, Task<Order?>> read)
{
    private const int Kept = 2048;
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Order> kept = [];
    private readonly Queue<Guid> oldest = new();
    private readonly Dictionary<Guid, Flight> flights = [];
    private long count;

    /// <summary>How often the database was asked.</summary>
    public long Count => Volatile.Read(ref count);

    public Task<Order?> GetAsync(Guid id, int atLeast)
    {
        Flight flight;
        lock (gate)
        {
            if (kept.TryGetValue(id, out var order) && order.Version >= atLeast)
            {
                return Task.FromResult<Order?>(order);
            }

            if (flights.TryGetValue(id, out var started) && started.AtLeast >= atLeast)
            {
                return JoinAsync(id, started, atLeast);
            }

            flight = flights[id] = new Flight(atLeast);
        }

        return FlyAsync(id, flight);
    }

    /// <summary>A flight that somebody started for a version that was not there yet may land with an older one; then it is read again, now.</summary>
    private async Task<Order?> JoinAsync(Guid id, Flight started, int atLeast) =>
        await started.Landed.Task is { } order && order.Version >= atLeast ? order : await FlyAsync(id, new Flight(atLeast));

    private async Task<Order?> FlyAsync(Guid id, Flight flight)
    {
        try
        {
            Interlocked.Increment(ref count);
            var order = await read(id);
            Land(id, flight, order);
            flight.Landed.SetResult(order);
            return order;
        }
        catch (Exception fault)
        {
            Land(id, flight, null);
            flight.Landed.SetException(fault);

            // Whoever joined hears of it too; the one who flew throws it here.
            _ = flight.Landed.Task.Exception;
            throw;
        }
    }

    private void Land(Guid id, Flight flight, Order? order)
    {
        lock (gate)
        {
            if (flights.TryGetValue(id, out var current) && current == flight)
            {
                flights.Remove(id);
            }

            if (order is null || (kept.TryGetValue(id, out var known) && known.Version >= order.Version))
            {
                return;
            }

            if (!kept.ContainsKey(id))
            {
                oldest.Enqueue(id);
                if (oldest.Count > Kept)
                {
                    kept.Remove(oldest.Dequeue());
                }
            }

            kept[id] = order;
        }
    }

    private sealed class Flight(int atLeast)
    {
        public int AtLeast => atLeast;

        public TaskCompletionSource<Order?> Landed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
