using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>A guest's coming, in one transaction: by what is printed on the table, or by what its screen shows.</summary>
internal static class Joining
{
    /// <summary>By a table's printed code.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="actor">Who comes.</param>
    /// <param name="token">The printed code.</param>
    /// <param name="nickname">What the others shall see.</param>
    /// <param name="opening">Who opens a table.</param>
    /// <param name="atTablet">The device is the table's own: staff have said so.</param>
    public static Outcome<JoinedSeating> ByToken(Tx tx, Actor actor, string token, string nickname, TableOpening opening, bool atTablet)
    {
        if (ByToken(tx.Session, token) is not { } table)
        {
            return new Refusal(SeatingRefusal.UnknownTable);
        }

        if (!table.IsInUse)
        {
            return new Refusal(SeatingRefusal.TableClosed);
        }

        if (actor.SeatingId is { } mine && IsOpenAt(tx.Session, mine, table.Id))
        {
            return new JoinedSeating(mine, table.Name, actor.Id, actor.Name);
        }

        var open = SeatingSql.OpenAt(tx, table.Id);
        if (opening == TableOpening.Staff && (open is null || !atTablet))
        {
            return new Refusal(SeatingRefusal.TableClosed);
        }

        return Enter(tx, open ?? SeatingSql.Begin(tx, table.Id, party: 0, byStaff: false), table.Name, nickname);
    }

    /// <summary>By the code that a screen at the table shows.</summary>
    public static Outcome<JoinedSeating> ByCode(Tx tx, Actor actor, string code, Guid named, string nickname)
    {
        // A party that was merged into another is there now, with the codes that its own screens showed.
        var secret = Secret(tx.Session, named);
        if (secret is null || SeatingSql.Find(tx.Session, named) is not { } seating)
        {
            return new Refusal(SeatingRefusal.UnknownTable);
        }

        if (!seating.IsOpen)
        {
            return new Refusal(SeatingRefusal.SeatingClosed);
        }

        // Before the code's age: a phone that loads its address once more is still at the table.
        if (actor.SeatingId == named || actor.SeatingId == seating.Id)
        {
            return new JoinedSeating(seating.Id, seating.TableName, actor.Id, actor.Name);
        }

        return JoinCode.Counts(code, secret, tx.Now) ? Enter(tx, seating.Id, seating.TableName, nickname) : new Refusal(SeatingRefusal.CodeExpired);
    }

    private static JoinedSeating Enter(Tx tx, Guid seating, string tableName, string nickname)
    {
        var guest = new GuestRow
        {
            Id = Guid.CreateVersion7(tx.Now),
            SeatingId = seating,
            Nickname = nickname,
            Number = tx.Session.First("SELECT coalesce(max(number), 0) + 1 FROM guests WHERE seating_id = $1", row => row.Int(0), seating),
            JoinedAt = tx.Now,
        };
        tx.Session.Db.Add(guest);
        tx.Session.Db.SaveChanges();

        // Staff may have said that there are more than have joined.
        tx.Session.Execute("UPDATE seatings SET party = $1 WHERE id = $2 AND party < $1", guest.Number, seating);
        Topics.Raise(tx, SeatingDesk.TablesTopic);
        return new JoinedSeating(seating, tableName, guest.Id, nickname);
    }

    private static TableAtJoining? ByToken(Session session, string token) =>
        session.First(
            "SELECT id, name, closed FROM tables WHERE token = $1 AND archived_at IS NULL",
            row => new TableAtJoining(row.Id(0), row.Text(1), !row.Flag(2)),
            token
        );

    private static string? Secret(Session session, Guid seating) =>
        session.First("SELECT join_secret FROM seatings WHERE id = $1", row => row.Text(0), seating);

    private static bool IsOpenAt(Session session, Guid seating, Guid table) =>
        session.First("SELECT 1 FROM seatings WHERE id = $1 AND table_id = $2 AND closed_at IS NULL", row => row.Int(0), seating, table) == 1;

    private sealed record TableAtJoining(Guid Id, string Name, bool IsInUse);
}
