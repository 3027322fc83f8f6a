using TableOrder.Core.Access;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Reads one order's rows of the log, and what those who made them are called.</summary>
internal static class OrderHistorySql
{
    /// <summary>An order's events stand together in the index that keeps its versions unique.</summary>
    public const string SelectEvents = """
        SELECT sequence, order_version, event_type, actor, device, detail, created_at FROM order_events
        WHERE order_id = $1 ORDER BY order_version DESC LIMIT $2
        """;

    private const string Guest = "guest:";
    private const string Staff = "staff:";
    private const string System = "system";

    /// <summary>So many people are looked up by one statement, which is filled up by repeating the last.</summary>
    private const int AtOnce = 10;
    private static readonly string Places = string.Join(", ", Enumerable.Range(1, AtOnce).Select(i => $"${i}"));

    /// <summary>The newest events of an order, oldest first. A version is one event: their order is the log's.</summary>
    public static List<PastEvent> Events(Session session, Order order, int most)
    {
        var rows = session.Query(
            SelectEvents,
            row =>
                (
                    Event: new PastEvent(
                        row.Long(0),
                        row.Int(1),
                        Signals.Of(row.Text(2)) ?? OrderEventType.LinesUpdated,
                        new PastActor(Role.Nobody),
                        row.Text(4),
                        Columns.FromJson<EventDetail>(row.Text(5)),
                        row.Time(6)
                    ),
                    Actor: row.Text(3)
                ),
            order.Id,
            most
        );
        var people = People(session, rows.Select(row => row.Actor));
        var events = new List<PastEvent>(rows.Count);
        var table = order.TableName;
        foreach (var (happened, actor) in rows)
        {
            var moved = happened.Type == OrderEventType.Moved;
            events.Add(happened with { By = people[actor], ToTable = moved ? table : null });
            table = moved ? happened.Detail.FromTable ?? table : table;
        }

        events.Reverse();
        return events;
    }

    private static Dictionary<string, PastActor> People(Session session, IEnumerable<string> actors)
    {
        var names = actors.Distinct(StringComparer.Ordinal).ToList();
        var found = new Dictionary<Guid, PastActor>();
        Find(
            session,
            Ids(names, Guest),
            $"SELECT id, nickname, number FROM guests WHERE id IN ({Places})",
            row => new(Role.Guest, row.Text(1), row.Int(2)),
            found
        );
        Find(
            session,
            Ids(names, Staff),
            $"SELECT id, name, role FROM staff WHERE id IN ({Places})",
            row => new(row.Name<Role>(2), row.Text(1)),
            found
        );
        return names.ToDictionary(
            name => name,
            name =>
                string.Equals(name, System, StringComparison.Ordinal) ? new PastActor(Role.System)
                : Id(name, Guest) is { } guest ? found.GetValueOrDefault(guest) ?? new PastActor(Role.Guest)
                : Id(name, Staff) is { } staff ? found.GetValueOrDefault(staff) ?? new PastActor(Role.Nobody)
                : new PastActor(Role.Nobody),
            StringComparer.Ordinal
        );
    }

    private static List<Guid> Ids(List<string> names, string kind) => [.. names.Select(name => Id(name, kind)).OfType<Guid>()];

    private static Guid? Id(string name, string kind) =>
        name.StartsWith(kind, StringComparison.Ordinal) && Guid.TryParse(name[kind.Length..], out var id) ? id : null;

    private static void Find(Session session, List<Guid> ids, string sql, Func<Row, PastActor> read, Dictionary<Guid, PastActor> found)
    {
        foreach (var some in ids.Chunk(AtOnce))
        {
            var values = Enumerable.Range(0, AtOnce).Select(i => (Value)some[Math.Min(i, some.Length - 1)]).ToArray();
            session.Read(
                sql,
                row =>
                {
                    found[row.Id(0)] = read(row);
                    return true;
                },
                values
            );
        }
    }
}
