using TableOrder.Core.Seating;

namespace TableOrder.Web.Manager.Room;

/// <summary>An area's plan as a grid that fits a screen: columns and rows where tables stand have their room, those where none does are a gap. Pure.</summary>
/// <param name="Columns">The grid's columns, as a style sheet writes them.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="First">The cell where the grid begins.</param>
public sealed record PlanTracks(string Columns, string Rows, PlanCell First)
{
    /// <summary>The grid of some tables' places, at least one: it begins with the first of them and ends with the last.</summary>
    public static PlanTracks Of(IReadOnlyCollection<PlanCell> cells)
    {
        var (left, top) = (cells.Min(cell => cell.X), cells.Min(cell => cell.Y));
        var columns = Enumerable.Range(left, cells.Max(cell => cell.X) - left + 1).Select(x => cells.Any(cell => cell.X == x));
        var rows = Enumerable.Range(top, cells.Max(cell => cell.Y) - top + 1).Select(y => cells.Any(cell => cell.Y == y));
        return new PlanTracks(
            string.Join(' ', columns.Select(used => used ? "var(--wide)" : "var(--gap)")),
            string.Join(' ', rows.Select(used => used ? "auto" : "var(--gap)")),
            new PlanCell(left, top)
        );
    }

    /// <summary>Where a table stands in this grid, as values that the style sheet takes.</summary>
    public string At(PlanCell cell) => $"--x: {cell.X - First.X + 1}; --y: {cell.Y - First.Y + 1}";
}
