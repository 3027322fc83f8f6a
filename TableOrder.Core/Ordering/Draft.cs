using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>An order as far as it can be made before its turn: what the rule says of a menu, and its texts as they will be written. Made on the sender's own time.</summary>
/// <param name="Menu">The menu that it holds for.</param>
/// <param name="Local">What the restaurant's clock showed.</param>
/// <param name="Lines">The lines, or why not.</param>
internal sealed record Draft(MenuSnapshot Menu, DateTime Local, Outcome<IReadOnlyList<OrderLine>> Lines)
{
    /// <summary>The lines' texts, in their order; none where there are no lines.</summary>
    public IReadOnlyList<LineTexts> Texts { get; } = Lines.Succeeded(out var lines, out _) ? [.. lines.Select(LineTexts.Of)] : [];

    public static Draft Of(MenuSnapshot menu, PlaceOrder place, Actor actor, DateTime local) =>
        new(menu, local, PlaceRule.Decide(menu, place, actor, local, RisingId.Next));

    /// <summary>Whether it would be the same if it were made now: the menu is still that one, and no dish has begun or ceased to be served since.</summary>
    public bool HoldsFor(MenuSnapshot menu, DateTime local) =>
        ReferenceEquals(Menu, menu) && (Menu.NextTurn(Local) is not { } turn || (local >= Local && local < turn));
}

/// <summary>What a line keeps as JSON.</summary>
internal readonly record struct LineTexts(string Modifiers, string Allergens)
{
    public static LineTexts Of(OrderLine line) => new(Columns.ListToJson(line.Modifiers), Columns.ListToJson(line.Allergens));
}
