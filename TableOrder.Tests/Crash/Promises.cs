using System.Collections.Concurrent;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage.Sqlite;
using TableOrder.Tests.Api;

namespace TableOrder.Tests.Crash;

/// <summary>What the clients of a restaurant were told, and what they asked without ever hearing an answer. A file keeps it or breaks it.</summary>
internal sealed class Promises
{
    private readonly ConcurrentDictionary<Guid, Told> orders = new();
    private readonly ConcurrentDictionary<Guid, Guid> placed = new();
    private readonly ConcurrentDictionary<Guid, Asked> unanswered = new();

    /// <summary>How many orders and changes were acknowledged.</summary>
    public int Acknowledged => acknowledged;

    /// <summary>Orders that were sent and never answered, by their keys.</summary>
    public IReadOnlyDictionary<Guid, Asked> Unanswered => unanswered;

    private int acknowledged;

    /// <summary>An order leaves for the server: from here on nobody knows, until <see cref="Placed"/>.</summary>
    public void Sent(Guid key, Asked asked) => unanswered[key] = asked;

    /// <summary>The server answered an order with this key.</summary>
    public void Placed(Guid key, Answer answer)
    {
        var id = placed.GetOrAdd(key, answer.Id);
        answer.Id.Should().Be(id, "a key stands for one order");
        unanswered.TryRemove(key, out _);
        Heard(answer);
    }

    /// <summary>The server refused it: it certainly became no order.</summary>
    public void Refused(Guid key) => unanswered.TryRemove(key, out _);

    /// <summary>The server said how an order is now. Answers may overtake each other; the highest version is the promise.</summary>
    public void Heard(Answer answer)
    {
        Interlocked.Increment(ref acknowledged);
        var told = new Told(answer.Body.GetProperty("version").GetInt32(), answer.Body.GetProperty("status").GetString()!);
        orders.AddOrUpdate(answer.Id, told, (_, known) => known.Version > told.Version ? known : told);
    }

    /// <summary>What the clients believe of an order.</summary>
    public Told Of(Guid order) => orders[order];

    /// <summary>Compares with the file while nobody has it open; gives the keys it knows.</summary>
    public IReadOnlyDictionary<Guid, Guid> ShouldBeKept(string file)
    {
        using var session = SqliteFile.OpenToLook(file);
        var rows = session.Query(
            "SELECT id, version, status, request_id FROM orders",
            row => (Id: row.Id(0), Told: new Told(row.Int(1), row.Text(2)), Key: row.Id(3))
        );
        var found = rows.ToDictionary(row => row.Id, row => row.Told);
        var broken = orders
            .Where(order => !found.TryGetValue(order.Key, out var now) || now.Version < order.Value.Version || Contradicts(now, order.Value))
            .Select(order => $"{order.Key}: acknowledged {order.Value}, found {found.GetValueOrDefault(order.Key)}");
        broken.Should().BeEmpty();
        var keys = rows.ToDictionary(row => row.Key, row => row.Id);
        placed.Where(order => !keys.TryGetValue(order.Key, out var id) || id != order.Value).Should().BeEmpty("a key finds the order it became");
        return keys;
    }

    private static bool Contradicts(Told now, Told told) =>
        now.Version == told.Version && !string.Equals(now.Status, told.Status, StringComparison.Ordinal);
}

/// <summary>An order as somebody was told it is.</summary>
internal sealed record Told(int Version, string Status);

/// <summary>An order as somebody sent it.</summary>
internal sealed record Asked(ApiClient By, object Order);
