using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Carts;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Service;

/// <summary>Takes parties to another table, and makes one of two. What they ordered goes with them in place: each order keeps its ticket, and what was done to it.</summary>
public sealed class MovingDesk
{
    private readonly Writer writer;

    internal MovingDesk(Writer writer) => this.writer = writer;

    /// <summary>
    /// Takes a party to another table. Whoever has only scanned that table's code joins it: they are of the party, or will be. Refuses a table where somebody sits
    /// ("table_occupied"), one that is out of use ("table_closed"), and a party that has left or was merged ("seating_closed", "merged"). Gives the seating.
    /// </summary>
    public async Task<Outcome<Guid>> MoveAsync(Actor actor, Guid seatingId, Guid tableId, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageSeatings) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Move(tx, actor, seatingId, tableId), cancellation);

    /// <summary>
    /// Makes a party part of another, which keeps its table: guests, cart, calls, orders and money follow, and the seating points to the other from then on. Done once more it stays as it
    /// is. Refuses a party into itself, also by way of one that was merged into it ("invalid"), one that has left or was merged elsewhere ("seating_closed", "merged"), and carts that
    /// would not fit into one order. Gives the seating that both are now.
    /// </summary>
    public async Task<Outcome<Guid>> MergeAsync(Actor actor, Guid seatingId, Guid intoId, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageSeatings) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Merge(tx, actor, seatingId, intoId), cancellation);

    /// <summary>
    /// Makes sure that a party can sit down at a table: one that holds it refuses. One that has only scanned its code joins the party that comes, or is ended where none comes with a seating.
    /// </summary>
    internal static Outcome<bool> MakeRoom(Tx tx, TableAtSeating table, (Actor Actor, SeatingAtOrder Party)? into)
    {
        if (SeatingSql.OpenAt(tx, table.Id) is not { } there)
        {
            return true;
        }

        if (SeatingSql.IsHeld(tx.Session, there))
        {
            return new Refusal(SeatingRefusal.TableOccupied);
        }

        if (into is { } party)
        {
            return Join(tx, party.Actor, SeatingSql.FindItself(tx.Session, there)!, party.Party).Then<bool>(_ => true);
        }

        SeatingSql.End(tx, there);
        return true;
    }

    private static Outcome<Guid> Move(Tx tx, Actor actor, Guid seatingId, Guid tableId)
    {
        if (!Party(tx, seatingId).Succeeded(out var party, out var refusal))
        {
            return refusal;
        }

        if (SeatingSql.Table(tx.Session, tableId) is not { } table)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (party.TableId == tableId)
        {
            return seatingId;
        }

        if (!table.IsInUse)
        {
            return new Refusal(SeatingRefusal.TableClosed);
        }

        if (!MakeRoom(tx, table, (actor, party)).Succeeded(out _, out refusal))
        {
            return refusal;
        }

        tx.Session.Execute(
            "UPDATE seatings SET table_id = $1, at_counter = $2, opened_by_staff = 1 WHERE id = $3",
            tableId,
            table.IsCounter,
            seatingId
        );
        foreach (var order in OrderSql.FetchOf(tx.Session, seatingId))
        {
            OrderBook.Change(tx, actor, order, MoveRule.To(order, seatingId, tableId, table.Name));
        }

        JournalSql.Write(tx, actor, Acts.TableMoved, party.TableName, new { To = table.Name });
        SeatingSql.Tell(tx, seatingId);
        return seatingId;
    }

    private static Outcome<Guid> Merge(Tx tx, Actor actor, Guid seatingId, Guid intoId)
    {
        if (SeatingSql.FindItself(tx.Session, seatingId) is not { } from || SeatingSql.Find(tx.Session, intoId) is not { } into)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (from.Id == into.Id)
        {
            return Refusal.Bad("seatingId", "Name another party than the one that is to be merged.");
        }

        // Sent once more, by whomever.
        if (from.MergedInto == into.Id)
        {
            return into.Id;
        }

        return Party(tx, seatingId)
            .Then<Guid>(party => into.IsOpen ? Join(tx, actor, party, into) : new Refusal(SeatingRefusal.SeatingClosed))
            .Then<Guid>(merged =>
            {
                JournalSql.Write(tx, actor, Acts.TablesMerged, from.TableName, new { Into = into.TableName });
                return merged;
            });
    }

    /// <summary>One party becomes part of another.</summary>
    private static Outcome<Guid> Join(Tx tx, Actor actor, SeatingAtOrder from, SeatingAtOrder into)
    {
        if (!CartSql.Join(tx, from.Id, into.Id).Succeeded(out _, out var refusal))
        {
            return refusal;
        }

        CallSql.Join(tx, actor, from.Id, into.Id);
        SeatingSql.Join(tx, from, into);
        BillSql.Join(tx, actor, from, into);
        foreach (var order in OrderSql.FetchOf(tx.Session, from.Id))
        {
            OrderBook.Change(tx, actor, order, MoveRule.To(order, into.Id, into.TableId, into.TableName));
        }

        OrderBook.Settle(tx, actor, into.Id);
        SeatingSql.Tell(tx, from.Id);
        SeatingSql.Tell(tx, into.Id);
        return into.Id;
    }

    /// <summary>A party that is there and stands by itself.</summary>
    private static Outcome<SeatingAtOrder> Party(Tx tx, Guid seating) =>
        SeatingSql.FindItself(tx.Session, seating) switch
        {
            null => new Refusal(Refusal.NotFound),
            { MergedInto: not null } => new Refusal(SeatingRefusal.Merged),
            { IsOpen: false } => new Refusal(SeatingRefusal.SeatingClosed),
            var party => party,
        };
}
