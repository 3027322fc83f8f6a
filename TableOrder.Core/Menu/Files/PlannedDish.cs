using TableOrder.Core.Menu.Editing;

namespace TableOrder.Core.Menu.Files;

/// <summary>A dish as a file makes it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Draft">As it shall be.</param>
/// <param name="Before">As it is; null: it comes.</param>
internal sealed record PlannedDish(Guid Id, DishDraft Draft, EditedDish? Before)
{
    public required bool SoldOut { get; init; }

    public required int? Portions { get; init; }

    /// <summary>Whether anything of the draft is another than what is kept.</summary>
    public required bool IsOther { get; init; }

    public bool ChangesSomething => IsOther || Before is null || Before.IsArchived || Before.SoldOut != SoldOut || Before.PortionsLeft != Portions;
}
