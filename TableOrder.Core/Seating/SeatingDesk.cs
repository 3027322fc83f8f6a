using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>Takes the coming of parties.</summary>
public sealed partial class SeatingDesk
{
    /// <summary>Raised when a table, or who sits there, changes.</summary>
    public const string TablesTopic = "tables";

    private const int LongestNickname = 20;
    private const int LargestParty = 99;
    private readonly Writer writer;
    private readonly SeatingOptions options;

    internal SeatingDesk(Writer writer, SeatingOptions options) => (this.writer, this.options) = (writer, options);

    /// <summary>
    /// Joins a seating: by its code of the moment (<see cref="JoinCode"/>), or by the token printed on its table; where the house opens automatically, the first guest opens it by that.
    /// A guest who is already there stays who they are. A seating that holds nothing and that nobody joined for an hour and a half is over: the next party begins its own.
    /// Refuses with a <see cref="SeatingRefusal"/>: what names no table or seating, a table out of use, a token where staff opens, a code that is outdated or of a party that has left;
    /// and a nickname over 20 characters.
    /// </summary>
    /// <param name="actor">Who comes.</param>
    /// <param name="token">The token or the code.</param>
    /// <param name="nickname">What the others shall see; null: nothing.</param>
    /// <param name="atTablet">Staff made this device the table's own: it may join by the token once staff have opened the table.</param>
    /// <param name="cancellation">Counts until the command is taken.</param>
    public async Task<Outcome<JoinedSeating>> JoinAsync(
        Actor actor,
        string? token,
        string? nickname,
        bool atTablet = false,
        CancellationToken cancellation = default
    )
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

        if (TableToken.IsWellFormed(token))
        {
            return await writer.RunAsync(tx => Joining.ByToken(tx, actor, token!, nickname, options.Opening, atTablet), cancellation);
        }

        return JoinCode.SeatingOf(token) is { } seating
            ? await writer.RunAsync(tx => Joining.ByCode(tx, actor, token!, seating, nickname), cancellation)
            : new Refusal(SeatingRefusal.UnknownTable);
    }

    /// <summary>
    /// Opens a table for a party, and gives the seating. Where one is open, it is that one: from then on it holds its table, and a number of people that is given is taken,
    /// though never fewer than have joined. Refuses a table that is out of use ("table_closed") and a party that is not 1 to 99.
    /// </summary>
    public async Task<Outcome<Guid>> OpenAsync(Actor actor, Guid tableId, int? party = null, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.ManageSeatings) is { } refusal)
        {
            return refusal;
        }

        return party is < 1 or > LargestParty
            ? Refusal.Bad("party", $"Say how many people sit down, from 1 to {LargestParty}, or leave it out.")
            : await writer.RunAsync(tx => Open(tx, actor, tableId, party), cancellation);
    }

    /// <summary>A guest says what the others shall call them. Refuses one whose seating has been closed ("seating_closed"), and a nickname that is not 1 to 20 characters.</summary>
    public async Task<Outcome<string>> NameAsync(Actor actor, string? nickname, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.NameOneself) is { } refusal)
        {
            return refusal;
        }

        return PlainText.Tidy(nickname) is { Length: <= LongestNickname } tidy
            ? await writer.RunAsync(tx => Name(tx, actor, tidy), cancellation)
            : Refusal.Bad("nickname", $"Send a nickname of 1 to {LongestNickname} characters.");
    }

    private static Outcome<Guid> Open(Tx tx, Actor actor, Guid tableId, int? party)
    {
        if (SeatingSql.Table(tx.Session, tableId) is not { } table)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (!table.IsInUse)
        {
            return new Refusal(SeatingRefusal.TableClosed);
        }

        if (SeatingSql.OpenAt(tx, tableId) is not { } open)
        {
            JournalSql.Write(tx, actor, Acts.TableOpened, table.Name, new { Party = party });
            return SeatingSql.Begin(tx, tableId, party ?? 0, byStaff: true);
        }

        if (tx.Session.Execute("UPDATE seatings SET opened_by_staff = 1 WHERE id = $1 AND opened_by_staff = 0", open) == 1)
        {
            JournalSql.Write(tx, actor, Acts.TableOpened, table.Name, new { Party = party });
        }

        tx.Session.Execute(
            """
            UPDATE seatings SET party = $1
            WHERE id = $2 AND $1 >= (SELECT count(*) FROM guests g WHERE g.seating_id = seatings.id)
            """,
            party,
            open
        );
        Topics.Raise(tx, TablesTopic);
        return open;
    }

    private static Outcome<string> Name(Tx tx, Actor actor, string nickname)
    {
        if (SeatingSql.OpenOf(tx.Session, actor.Id) is not { } seating)
        {
            return new Refusal(SeatingRefusal.SeatingClosed);
        }

        tx.Session.Execute("UPDATE guests SET nickname = $1 WHERE id = $2", nickname, actor.Id);
        Topics.Raise(tx, SeatingSql.SharedTopic(seating));
        return nickname;
    }
}
