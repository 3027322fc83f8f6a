using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Seating;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Calls;

/// <summary>Keeps calls, and with each change the counts of it, in the same transaction.</summary>
internal static class CallSql
{
    /// <summary>Raised when any call comes or is answered.</summary>
    public const string Topic = "calls";

    private const string Select = """
        SELECT c.id, c.seating_id, t.name, c.kind, c.note, c.state, c.created_at, c.answered_at, c.business_day
        FROM calls c JOIN seatings s ON s.id = c.seating_id JOIN tables t ON t.id = s.table_id
        """;

    /// <summary>A call and the business day it counts for; null where there is none.</summary>
    public static CountedCall? Find(Session session, Guid id) => session.First($"{Select} WHERE c.id = $1", Counted, id);

    /// <summary>The waiting call of a kind; null where none waits.</summary>
    public static CountedCall? Waiting(Session session, Guid seating, CallKind kind) =>
        session.First($"{Select} WHERE c.seating_id = $1 AND c.kind = $2 AND c.state = 'waiting'", Counted, seating, Columns.ToName(kind));

    /// <summary>Every waiting call of a seating.</summary>
    public static List<CountedCall> WaitingOf(Session session, Guid seating) =>
        session.Query($"{Select} WHERE c.seating_id = $1 AND c.state = 'waiting' ORDER BY c.id", Counted, seating);

    /// <summary>A seating's calls that wait or were answered since a moment, in the order they came.</summary>
    public static List<Call> Of(Session session, Guid seating, DateTimeOffset since) =>
        session.Query($"{Select} WHERE c.seating_id = $1 AND (c.state = 'waiting' OR c.answered_at >= $2) ORDER BY c.id", One, seating, since);

    /// <summary>Every call that waits, the oldest first.</summary>
    public static List<Call> AllWaiting(Session session) => session.Query($"{Select} WHERE c.state = 'waiting' ORDER BY c.id", One);

    /// <summary>The calls of a business day that were confirmed, the newest first.</summary>
    public static List<Call> Confirmed(Session session, DateOnly day, int most) =>
        session.Query(
            $"{Select} WHERE c.business_day = $1 AND c.state = 'confirmed' ORDER BY c.answered_at DESC, c.id DESC LIMIT $2",
            One,
            day,
            most
        );

    /// <summary>Every call of a business day.</summary>
    public static List<CountedCall> OfDay(Session session, string day) => session.Query($"{Select} WHERE c.business_day = $1", Counted, day);

    /// <summary>Enters a call that waits.</summary>
    public static void Insert(Tx tx, Actor actor, CountedCall counted)
    {
        var call = counted.Call;
        tx.Session.Execute(
            "INSERT INTO calls (id, seating_id, kind, note, state, business_day, created_at, actor, device) VALUES ($1, $2, $3, $4, 'waiting', $5, $6, $7, $8)",
            call.Id,
            call.SeatingId,
            Columns.ToName(call.Kind),
            call.Note,
            counted.BusinessDay,
            call.CreatedAt,
            actor.LogName,
            actor.Device
        );
        CallCount.Add(tx.Tallied, before: null, counted);
        Tell(tx, call.SeatingId);
    }

    /// <summary>Answers a call that waits.</summary>
    public static CountedCall Answer(Tx tx, Actor actor, CountedCall counted, CallState state)
    {
        var after = counted with { Call = counted.Call with { State = state, AnsweredAt = tx.Now } };
        tx.Session.Execute(
            "UPDATE calls SET state = $1, answered_at = $2, answered_by = $3 WHERE id = $4",
            Columns.ToName(state),
            tx.Now,
            actor.LogName,
            counted.Call.Id
        );
        CallCount.Add(tx.Tallied, counted, after);
        Tell(tx, counted.Call.SeatingId);
        return after;
    }

    /// <summary>The party leaves: nobody waits for its calls any more.</summary>
    public static void End(Tx tx, Actor actor, Guid seating)
    {
        foreach (var call in WaitingOf(tx.Session, seating))
        {
            Answer(tx, actor, call, CallState.Ended);
        }
    }

    /// <summary>One party becomes part of another, its calls with it. Where both wait for the same, the older call goes on for both.</summary>
    public static void Join(Tx tx, Actor actor, Guid from, Guid into)
    {
        var theirs = WaitingOf(tx.Session, into).ToDictionary(call => call.Call.Kind);
        foreach (var call in WaitingOf(tx.Session, from))
        {
            if (theirs.TryGetValue(call.Call.Kind, out var equal))
            {
                Answer(tx, actor, call.Call.CreatedAt < equal.Call.CreatedAt ? equal : call, CallState.Ended);
            }
        }

        if (tx.Session.Execute("UPDATE calls SET seating_id = $1 WHERE seating_id = $2", into, from) > 0)
        {
            Tell(tx, into);
        }
    }

    private static void Tell(Tx tx, Guid seating)
    {
        Topics.Raise(tx, Topic);
        Topics.Raise(tx, SeatingDesk.TablesTopic);
        Topics.Raise(tx, SeatingSql.SharedTopic(seating));
    }

    private static CountedCall Counted(Row row) => new(One(row), row.Day(8));

    /// <summary>A call, from a row that begins with its columns.</summary>
    public static Call One(Row row) =>
        new(row.Id(0), row.Id(1), row.Text(2), row.Name<CallKind>(3), row.TextOrNull(4), row.Name<CallState>(5), row.Time(6), row.TimeOrNull(7));
}

/// <summary>A call with the business day it counts for.</summary>
internal sealed record CountedCall(Call Call, DateOnly BusinessDay);

/// <summary>What a call adds to the kept figures of its business day: a pure function of it, so that they are the sum over all calls as they are.</summary>
internal static class CallCount
{
    private const int Waiting = 0;
    private const int Confirmed = 1;
    private const int Ended = 2;
    private const int Seconds = 3;

    public static void Add(Tallied tallied, CountedCall? before, CountedCall after)
    {
        if (before is not null)
        {
            Count(tallied, before, -1);
        }

        Count(tallied, after, 1);
    }

    /// <summary>How long somebody waited for an answer, in whole seconds; 0 for who got none.</summary>
    private static long Took(Call call) =>
        call is { State: CallState.Confirmed, AnsweredAt: { } answered } ? Math.Max(0, (long)(answered - call.CreatedAt).TotalSeconds) : 0;

    private static void Count(Tallied tallied, CountedCall call, int sign)
    {
        var key = new TallyKey(call.BusinessDay, Columns.ToName(call.Call.Kind));
        var sum = call.Call.State switch
        {
            CallState.Waiting => Waiting,
            CallState.Confirmed => Confirmed,
            _ => Ended,
        };
        tallied.Add(Kept.Calls, key, sum, sign);
        tallied.Add(Kept.Calls, key, Seconds, sign * Took(call.Call));
        if (call.Call.State == CallState.Confirmed)
        {
            tallied.Add(Kept.CallSeconds, new TallyKey(call.BusinessDay, Took(call.Call)), 0, sign);
        }
    }
}
