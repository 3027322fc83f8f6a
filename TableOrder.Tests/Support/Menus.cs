using TableOrder.Core;
using TableOrder.Core.Menu;

namespace TableOrder.Tests.Support;

/// <summary>Small menus in memory, for rules that need no database.</summary>
public static class Menus
{
    /// <summary>A Monday's noon, as the restaurant's clock shows it.</summary>
    public static DateTime Noon { get; } = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Unspecified);

    public static MenuSnapshot Of(params MenuItem[] items) => new(1, [], [new Category(Guid.NewGuid(), LocalText.Same("all"), items)]);

    public static MenuItem Item(long price = 10_000, string? station = "grill") =>
        new()
        {
            Id = Guid.NewGuid(),
            Version = 1,
            Name = LocalText.Same("dish"),
            Description = LocalText.Empty,
            Emoji = "",
            Price = new Money(price),
            TaxRate = 1000,
            SoldOut = false,
            MinQuantity = 1,
            Course = 0,
            Station = station,
            Allergens = ["egg"],
            ModifierGroups = [],
        };

    /// <summary>A group with options at 0, 100, 200, … won.</summary>
    public static ModifierGroup Group(int min, int max, int options, bool soldOut = false) =>
        new(
            Guid.NewGuid(),
            LocalText.Same("group"),
            min,
            max,
            [
                .. Enumerable
                    .Range(0, options)
                    .Select(i => new Modifier(Guid.NewGuid(), LocalText.Same($"option {i}"), new Money(i * 100), soldOut, [])),
            ]
        );
}
