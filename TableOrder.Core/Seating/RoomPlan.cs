namespace TableOrder.Core.Seating;

/// <summary>How the tables of one area stand on its plan. Pure: it says what has to be placed where, and <see cref="TableDesk.PlaceAsync"/> places it.</summary>
public static class RoomPlan
{
    /// <summary>Tables that nobody has placed yet come to stand in rows of so many.</summary>
    private const int UsualColumns = 6;
    private const int FewestColumns = 8;
    private const int FewestRows = 4;

    /// <summary>How large the plan is while somebody arranges it: it follows its tables, with a free column and row behind them while there are more.</summary>
    public static (int Columns, int Rows) Size(IEnumerable<TableView> area)
    {
        var (columns, rows) = (FewestColumns, FewestRows);
        foreach (var cell in area.Select(table => table.Place).OfType<PlanCell>())
        {
            (columns, rows) = (Math.Max(columns, cell.X + 2), Math.Max(rows, cell.Y + 2));
        }

        return (Math.Min(columns, PlanCell.Columns), Math.Min(rows, PlanCell.Rows));
    }

    /// <summary>Puts a table onto a cell, or off the plan. Whoever stands there changes places with it. Nothing where it stands there already, or is not of this area.</summary>
    public static IReadOnlyList<TablePlace> Drop(IReadOnlyList<TableView> area, Guid table, PlanCell? cell)
    {
        if (area.FirstOrDefault(one => one.Id == table) is not { } moved || moved.Place == cell)
        {
            return [];
        }

        var there = cell is null ? null : area.FirstOrDefault(one => one.Place == cell);
        return there is null ? [new TablePlace(table, cell)] : [new TablePlace(table, cell), new TablePlace(there.Id, moved.Place)];
    }

    /// <summary>
    /// Takes a table to the next free cell in a direction, past those that stand in between; one that is not on the plan comes onto its first free cell.
    /// Nothing where there is none.
    /// </summary>
    public static IReadOnlyList<TablePlace> Step(IReadOnlyList<TableView> area, Guid table, int right, int down)
    {
        if (area.FirstOrDefault(one => one.Id == table) is not { } moved)
        {
            return [];
        }

        var taken = Taken(area);
        if (moved.Place is not { } from)
        {
            return Free(taken) is { } first ? [new TablePlace(table, first)] : [];
        }

        if ((right, down) is (0, 0))
        {
            return [];
        }

        var to = new PlanCell(from.X + right, from.Y + down);
        while (taken.Contains(to))
        {
            to = new PlanCell(to.X + right, to.Y + down);
        }

        return to.IsOnPlan ? [new TablePlace(table, to)] : [];
    }

    /// <summary>Places every table that has no place yet, in their order, from the first free cell on.</summary>
    public static IReadOnlyList<TablePlace> Fill(IReadOnlyList<TableView> area)
    {
        var (taken, places) = (Taken(area), new List<TablePlace>());
        foreach (var table in area.Where(table => table.Place is null))
        {
            if (Free(taken) is not { } cell)
            {
                break;
            }

            taken.Add(cell);
            places.Add(new TablePlace(table.Id, cell));
        }

        return places;
    }

    /// <summary>Where the same tables stand now: what takes a placing back.</summary>
    public static IReadOnlyList<TablePlace> Before(IReadOnlyList<TableView> tables, IReadOnlyList<TablePlace> places) =>
        [.. places.Join(tables, place => place.TableId, table => table.Id, (_, table) => new TablePlace(table.Id, table.Place))];

    private static HashSet<PlanCell> Taken(IEnumerable<TableView> area) => [.. area.Select(table => table.Place).OfType<PlanCell>()];

    private static PlanCell? Free(HashSet<PlanCell> taken)
    {
        var columns = Math.Max(UsualColumns, taken.Count == 0 ? 0 : taken.Max(cell => cell.X) + 1);
        for (var i = 0; i < columns * PlanCell.Rows; i++)
        {
            if (new PlanCell(i % columns, i / columns) is var cell && !taken.Contains(cell))
            {
                return cell;
            }
        }

        return new PlanCell(columns, 0) is { IsOnPlan: true } beyond ? beyond : null;
    }
}
