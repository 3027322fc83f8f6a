using TableOrder.Core.Storage;

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

    /// <summary>A list's orders, in its order: what is kept in the very version is not read again, so that all screens hold the same orders in memory and not a copy each.</summary>
    public List<Order> Fetch(Session session, IReadOnlyList<OrderVersion> list)
    {
        var found = new Dictionary<Guid, Order>(list.Count);
        lock (gate)
        {
            foreach (var (id, version) in list)
            {
                if (kept.TryGetValue(id, out var order) && order.Version == version)
                {
                    found.Add(id, order);
                }
            }
        }

        foreach (var order in OrderSql.Fetch(session, [.. list.Select(one => one.Id).Where(id => !found.ContainsKey(id))]))
        {
            found.Add(order.Id, Keep(order));
        }

        // An order without lines, which only damage makes, is none; it must not take the others with it.
        return [.. list.Where(one => found.ContainsKey(one.Id)).Select(one => found[one.Id])];
    }

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
        // Both at once: who came between found neither the flight nor what it brought, and read a second time.
        lock (gate)
        {
            if (order is not null)
            {
                Keep(order);
            }

            if (flights.TryGetValue(id, out var current) && current == flight)
            {
                flights.Remove(id);
            }
        }
    }

    /// <summary>Keeps an order unless the same or a newer state of it is kept already; gives the one that stands for this version from now on.</summary>
    private Order Keep(Order order)
    {
        lock (gate)
        {
            if (kept.TryGetValue(order.Id, out var known))
            {
                if (known.Version >= order.Version)
                {
                    return known.Version == order.Version ? known : order;
                }
            }
            else
            {
                oldest.Enqueue(order.Id);
                if (oldest.Count > Kept)
                {
                    kept.Remove(oldest.Dequeue());
                }
            }

            return kept[order.Id] = order;
        }
    }

    private sealed class Flight(int atLeast)
    {
        public int AtLeast => atLeast;

        public TaskCompletionSource<Order?> Landed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
