using TableOrder.Core.Access;
using TableOrder.Core.Journal;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>What ends: a table's time in the room, which can begin again, and its printed code.</summary>
public sealed partial class TableDesk
{
    /// <summary>
    /// Takes a table away: it is in no list of the room any more and its printed code ends; its past stays. Done once more it stays so. Refuses a table where a party sits ("party_seated");
    /// whoever has only scanned its code is shown out.
    /// </summary>
    public async Task<Outcome<Guid>> ArchiveAsync(Actor actor, Guid tableId, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageTables) is { } refusal ? refusal : await writer.RunAsync(tx => Archive(tx, actor, tableId), cancellation);

    /// <summary>Brings a table back that was taken away, with its printed code, but without a place on the plan. Refuses one whose name another has by now (<see cref="TableNamesTaken"/>).</summary>
    public async Task<Outcome<Guid>> RestoreAsync(Actor actor, Guid tableId, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageTables) is { } refusal ? refusal : await writer.RunAsync(tx => Restore(tx, actor, tableId), cancellation);

    /// <summary>
    /// Gives a table a new printed code. The old one ends at once, also for the table's own tablet; guests who sit there keep their places, since they hold those by their seating.
    /// Named with a code that has ended already it changes nothing: a second press ends no second code. Gives the code that counts.
    /// </summary>
    public async Task<Outcome<string>> RotateAsync(Actor actor, Guid tableId, string token, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageTables) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Rotate(tx, actor, tableId, token), cancellation);

    private static Outcome<Guid> Archive(Tx tx, Actor actor, Guid id)
    {
        var tables = new RoomTables(tx);
        if (tables.Find(id) is not { } table)
        {
            return tables.FindArchived(id) is { } gone ? gone.Id : new Refusal(Refusal.NotFound);
        }

        if (!Vacate(tx, id))
        {
            return new Refusal(SeatingRefusal.PartySeated);
        }

        (table.ArchivedAt, table.PlanX, table.PlanY) = (tx.Now, null, null);
        tables.Save();
        JournalSql.Write(tx, actor, Acts.TableArchived, table.Name);
        return id;
    }

    private static Outcome<Guid> Restore(Tx tx, Actor actor, Guid id)
    {
        var tables = new RoomTables(tx);
        if (tables.FindArchived(id) is not { } table)
        {
            return tables.Find(id) is { } there ? there.Id : new Refusal(Refusal.NotFound);
        }

        if (tables.Taken([table.Name]) is { } taken)
        {
            return taken;
        }

        table.ArchivedAt = null;
        tables.Save();
        JournalSql.Write(tx, actor, Acts.TableRestored, table.Name);
        return id;
    }

    private static Outcome<string> Rotate(Tx tx, Actor actor, Guid id, string token)
    {
        var tables = new RoomTables(tx);
        if (tables.Find(id) is not { } table)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (!string.Equals(table.Token, token, StringComparison.Ordinal))
        {
            return table.Token;
        }

        table.Token = TableToken.Make();
        tables.Save();
        JournalSql.Write(tx, actor, Acts.TableTokenRotated, table.Name);
        return table.Token;
    }
}
