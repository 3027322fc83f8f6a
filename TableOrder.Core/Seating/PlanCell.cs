namespace TableOrder.Core.Seating;

/// <summary>A place on an area's plan, where one table stands.</summary>
/// <param name="X">Cells from the left, from 0.</param>
/// <param name="Y">Cells from the top, from 0.</param>
public readonly record struct PlanCell(int X, int Y)
{
    /// <summary>No plan is wider.</summary>
    public const int Columns = 12;

    /// <summary>No plan is longer.</summary>
    public const int Rows = 20;

    /// <summary>Whether a plan has such a cell.</summary>
    public bool IsOnPlan => X is >= 0 and < Columns && Y is >= 0 and < Rows;
}

/// <summary>Where a table stands from now on.</summary>
/// <param name="TableId">The table.</param>
/// <param name="Cell">The cell of its area's plan; null: it is taken off the plan.</param>
public sealed record TablePlace(Guid TableId, PlanCell? Cell);
