using TableOrder.Core.Access;
using TableOrder.Core.Journal;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>Where tables stand: on the plan of their area, and in the lists.</summary>
public sealed partial class TableDesk
{
    /// <summary>
    /// Places tables on the plans of their areas, or takes them off; all of them, or none. What counts is how they stand afterwards: two may change places.
    /// Refuses a table that is not there or was taken away, a cell that no plan has, and one where another table of the area stands ("place_taken").
    /// Gives how many stand elsewhere now.
    /// </summary>
    public async Task<Outcome<int>> PlaceAsync(Actor actor, IReadOnlyList<TablePlace> places, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.ManageTables) is { } refusal)
        {
            return refusal;
        }

        return places.Any(place => place.Cell is { IsOnPlan: false })
            ? Refusal.Bad("cell", $"Send a cell of the plan: {PlanCell.Columns} across, {PlanCell.Rows} down, both from 0.")
            : await writer.RunAsync(tx => Place(tx, actor, places), cancellation);
    }

    /// <summary>
    /// Says in which order tables stand in lists: those that are named take the places that they have together, in this order; all others stay where they are.
    /// So what two managers order in the same moment is both kept. Refuses a table that is not there or was taken away.
    /// </summary>
    public async Task<Outcome<int>> OrderAsync(Actor actor, IReadOnlyList<Guid> tables, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageTables) is { } refusal ? refusal : await writer.RunAsync(tx => Order(tx, actor, tables), cancellation);

    private static Outcome<int> Place(Tx tx, Actor actor, IReadOnlyList<TablePlace> places)
    {
        var (tables, moved) = (new RoomTables(tx), new List<string>());
        foreach (var place in places)
        {
            if (tables.Find(place.TableId) is not { } table)
            {
                return new Refusal(Refusal.NotFound);
            }

            var (x, y) = (place.Cell?.X, place.Cell?.Y);
            if ((table.PlanX, table.PlanY) != (x, y))
            {
                (table.PlanX, table.PlanY) = (x, y);
                moved.Add(table.Name);
            }
        }

        var stands = tables
            .Standing.Where(table => table.PlanX is not null)
            .Select(table => (tables.Key(table.Area), table.PlanX, table.PlanY))
            .ToList();
        if (stands.Distinct().Count() != stands.Count)
        {
            return new Refusal(SeatingRefusal.PlaceTaken);
        }

        if (tables.Save())
        {
            JournalSql.Write(tx, actor, Acts.TablesPlaced, string.Join(", ", moved));
        }

        return moved.Count;
    }

    private static Outcome<int> Order(Tx tx, Actor actor, IReadOnlyList<Guid> ids)
    {
        var tables = new RoomTables(tx);
        var named = ids.Distinct().Select(tables.Find).ToList();
        if (named.Contains(null))
        {
            return new Refusal(Refusal.NotFound);
        }

        var (order, next) = (tables.All, 0);
        var after = order.ConvertAll(table => named.Contains(table) ? named[next++]! : table);
        for (var i = 0; i < after.Count; i++)
        {
            after[i].Position = i;
        }

        if (tables.Save())
        {
            JournalSql.Write(tx, actor, Acts.TablesOrdered, string.Join(", ", named.Select(table => table!.Name)));
        }

        return named.Count;
    }
}
