using TableOrder.Core;
using TableOrder.Core.Menu;

namespace TableOrder.Web.Manager.History;

/// <summary>Something that a text in the search field can mean.</summary>
public abstract record SearchMeaning
{
    /// <summary>A filter that looks for this, too.</summary>
    public abstract HistoryFilter In(HistoryFilter filter);
}

/// <summary>Orders of a number.</summary>
/// <param name="Number">The number.</param>
public sealed record NumberMeaning(int Number) : SearchMeaning
{
    /// <inheritdoc/>
    public override HistoryFilter In(HistoryFilter filter) => filter with { Number = Number };
}

/// <summary>Orders at a table.</summary>
/// <param name="Id">The table.</param>
/// <param name="Name">Its name.</param>
public sealed record TableMeaning(Guid Id, string Name) : SearchMeaning
{
    /// <inheritdoc/>
    public override HistoryFilter In(HistoryFilter filter) => filter with { TableId = Id };
}

/// <summary>Orders that come to an amount.</summary>
/// <param name="Amount">From which to which.</param>
public sealed record AmountMeaning(AmountRange Amount) : SearchMeaning
{
    /// <inheritdoc/>
    public override HistoryFilter In(HistoryFilter filter) => filter with { Amount = Amount };
}

/// <summary>Orders with a dish, or with any of several.</summary>
/// <param name="Dishes">Which; at least one.</param>
public sealed record DishMeaning(IReadOnlyList<MenuItem> Dishes) : SearchMeaning
{
    /// <inheritdoc/>
    public override HistoryFilter In(HistoryFilter filter) => filter with { Items = [.. Dishes.Select(dish => dish.Id)] };
}
