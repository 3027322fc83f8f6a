using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>Takes the coming and going of parties.</summary>
public sealed partial class SeatingDesk
{
    /// <summary>Raised when a table, or who sits there, changes.</summary>
    public const string TablesTopic = "tables";

    /// <summary>Raised when somebody's access ends: a seating closed, an account changed.</summary>
    public const string AccessTopic = "access";

    private const int LongestNickname = 20;
    private readonly Writer writer;

    internal SeatingDesk(Writer writer) => this.writer = writer;

    /// <summary>
    /// Joins the seating of the table that the token names; the first guest opens it. A guest who is already there stays who they are.
    /// Refuses an unknown token ("unknown_table"), a table that is out of use ("table_closed") and a nickname over 20 characters.
    /// </summary>
    public async Task<Outcome<JoinedSeating>> JoinAsync(Actor actor, string? token, string? nickname, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.JoinTable) is { } refusal)
        {
            return refusal;
        }

        nickname = PlainText.Tidy(nickname) ?? "";
        if (nickname.Length > LongestNickname)
        {
            return Refusal.Bad("nickname", $"Send a nickname of at most {LongestNickname} characters.");
        }

        return TableToken.IsWellFormed(token)
            ? await writer.RunAsync(tx => Join(tx, actor, token!, nickname), cancellation)
            : new Refusal("unknown_table");
    }

    /// <summary>Ends a stay, and with it every guest's access. Refuses while orders are open ("open_orders").</summary>
    public async Task<Outcome<Guid>> CloseAsync(Actor actor, Guid seatingId, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageSeatings) is { } refusal ? refusal : await writer.RunAsync(tx => Close(tx, seatingId), cancellation);

    private static Outcome<JoinedSeating> Join(Tx tx, Actor actor, string token, string nickname)
    {
        var table = tx.Session.First(
            "SELECT id, name, closed FROM tables WHERE token = $1",
            row => (Id: row.Id(0), Name: row.Text(1), Closed: row.Flag(2)),
            token
        );
        if (table.Id == Guid.Empty)
        {
            return new Refusal("unknown_table");
        }

        if (table.Closed)
        {
            return new Refusal("table_closed");
        }

        var seating = tx.Session.First("SELECT id FROM seatings WHERE table_id = $1 AND closed_at IS NULL", row => row.Id(0), table.Id);
        if (seating == Guid.Empty)
        {
            seating = Guid.CreateVersion7(tx.Now);
            tx.Session.Db.Add(
                new SeatingRow
                {
                    Id = seating,
                    TableId = table.Id,
                    OpenedAt = tx.Now,
                    Party = 0,
                    Allergies = [],
                    JoinSecret = TableToken.Make(),
                }
            );
        }

        if (actor.SeatingId == seating)
        {
            return new JoinedSeating(seating, table.Name, actor.Id, actor.Name);
        }

        var guest = Guid.CreateVersion7(tx.Now);
        tx.Session.Db.Add(
            new GuestRow
            {
                Id = guest,
                SeatingId = seating,
                Nickname = nickname,
                Number = tx.Session.First("SELECT coalesce(max(number), 0) + 1 FROM guests WHERE seating_id = $1", row => row.Int(0), seating),
                JoinedAt = tx.Now,
            }
        );
        tx.Session.Db.SaveChanges();
        tx.Session.Execute("UPDATE seatings SET party = party + 1 WHERE id = $1", seating);
        Topics.Raise(tx, TablesTopic);
        return new JoinedSeating(seating, table.Name, guest, nickname);
    }

    private static Outcome<Guid> Close(Tx tx, Guid seatingId)
    {
        var open = tx.Session.First(
            "SELECT count(*) FROM orders WHERE seating_id = $1 AND status IN ('placed', 'preparing', 'ready')",
            row => row.Long(0),
            seatingId
        );
        if (open > 0)
        {
            return new Refusal("open_orders");
        }

        if (tx.Session.Execute("UPDATE seatings SET closed_at = $1 WHERE id = $2 AND closed_at IS NULL", tx.Now, seatingId) == 0)
        {
            return new Refusal(Refusal.NotFound);
        }

        Topics.Raise(tx, TablesTopic);
        Topics.Raise(tx, AccessTopic);
        Topics.Raise(tx, SeatingSql.SharedTopic(seatingId));
        return seatingId;
    }
}
