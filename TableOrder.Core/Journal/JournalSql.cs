using System.Text.Json;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Journal;

/// <summary>Writes the journal: rows are added in the transaction of what they tell of, and never changed. And reads it, with the events of orders.</summary>
internal static class JournalSql
{
    private const string Rows = "SELECT sequence, at, actor, device, act, subject, detail FROM journal";

    private const string Events =
        "SELECT e.sequence, e.created_at, e.actor, e.device, e.event_type, o.table_name, e.detail, e.order_id, o.number FROM order_events e CROSS JOIN orders o";

    /// <summary>Simulated staff, who are nobody.</summary>
    private const string Simulated = "staff:00000000-0000-0000-0000-000000000000";

    /// <summary>Where nobody is named, so many rows of the log are looked through for a page.</summary>
    internal const int MostLooked = 2000;

    /// <summary>What one account did to orders: along the index of staff's events, which is found because the text says what it holds.</summary>
    internal const string OrdersOfSql =
        $"{Events} WHERE o.id = e.order_id AND e.actor = $1 AND {EventSql.ByStaff} AND e.sequence < $2 ORDER BY e.sequence DESC LIMIT $3";

    /// <summary>What all of staff did to orders: down the log itself, a part of it; an index by account would have to be sorted.</summary>
    internal const string OrdersOfAllSql =
        $"{Events} WHERE o.id = e.order_id AND substr(e.actor, 1, 6) = 'staff:' AND e.actor <> '{Simulated}' AND e.sequence < $1 AND e.sequence >= $2 ORDER BY e.sequence DESC LIMIT $3";

    /// <summary>What one account did beside orders.</summary>
    internal const string OfSql = $"{Rows} WHERE actor = $1 AND sequence < $2 ORDER BY sequence DESC LIMIT $3";

    /// <summary>What all of staff did beside orders.</summary>
    internal const string OfAllSql = $"{Rows} WHERE sequence < $1 ORDER BY sequence DESC LIMIT $2";

    /// <summary>Notes what a member of staff did. Guests, the app itself and simulated staff, who are nobody's account, leave nothing here.</summary>
    /// <param name="tx">The transaction that does it.</param>
    /// <param name="actor">Who.</param>
    /// <param name="act">One of <see cref="Acts"/>.</param>
    /// <param name="subject">To whom or what, as people call it now.</param>
    /// <param name="detail">How: an object whose properties are named in camelCase; null where there is no more to say.</param>
    public static void Write(Tx tx, Actor actor, string act, string subject = "", object? detail = null)
    {
        if (!actor.IsStaff || actor.Id == Guid.Empty)
        {
            return;
        }

        tx.Session.Execute(
            "INSERT INTO journal (at, actor, device, act, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)",
            tx.Now,
            actor.LogName,
            actor.Device,
            act,
            subject,
            detail is null ? "{}" : Columns.ToJson(detail)
        );
        Topics.Raise(tx, JournalReader.Topic);
    }

    /// <summary>Rows of one account before a place, newest first.</summary>
    public static List<JournalEntry> Of(Session session, string actor, long before, int most) => session.Query(OfSql, Entry, actor, before, most);

    /// <summary>Rows of everybody before a place, newest first.</summary>
    public static List<JournalEntry> OfAll(Session session, long before, int most) => session.Query(OfAllSql, Entry, before, most);

    /// <summary>Events by one account before a place, newest first.</summary>
    public static List<JournalEntry> OrdersOf(Session session, string actor, long before, int most) =>
        session.Query(OrdersOfSql, OrderEntry, actor, before, most);

    /// <summary>Events by all of staff before a place, newest first, and how far down was looked: null where it was far enough.</summary>
    public static (List<JournalEntry> Found, LogBottom? Bottom) OrdersOfAll(Session session, long before, int most)
    {
        var top = Math.Min(before, EventSql.Head(session) + 1);
        var low = Math.Max(0, top - MostLooked);
        var found = session.Query(OrdersOfAllSql, OrderEntry, top, low, most);
        return found.Count >= most || low == 0
            ? (found, null)
            : (
                found,
                session.First(
                    "SELECT created_at FROM order_events WHERE sequence >= $1 ORDER BY sequence LIMIT 1",
                    row => new LogBottom(low, row.Time(0)),
                    low
                )
            );
    }

    /// <summary>Accounts' names by their log names.</summary>
    public static Dictionary<string, string> Names(Session session) =>
        session
            .Query("SELECT id, name FROM staff", row => (row.Id(0), row.Text(1)))
            .ToDictionary(a => $"staff:{a.Item1}", a => a.Item2, StringComparer.Ordinal);

    private static JournalEntry Entry(Row row) =>
        new(row.Long(0), row.Time(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Json<Dictionary<string, JsonElement>>(6));

    private static JournalEntry OrderEntry(Row row) => Entry(row) with { OrderId = row.Id(7), OrderNumber = row.Int(8) };
}
