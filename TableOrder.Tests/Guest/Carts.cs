using TableOrder.Core.Carts;
using TableOrder.Core.Menu;

namespace TableOrder.Tests.Guest;

/// <summary>A shared cart in memory.</summary>
internal static class Carts
{
    public static readonly Guid Me = Guid.CreateVersion7();
    public static readonly Guid Other = Guid.CreateVersion7();

    public static SharedCart Of(params CartLine[] lines) => new(Guid.CreateVersion7(), 1, lines, null);

    public static CartLine Line(MenuItem dish, int quantity, string? note = null, params Guid[] options) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MenuItemId = dish.Id,
            Name = dish.Name,
            Options = options,
            Note = note,
            SeenPrice = dish.Price,
            Shares = [new CartShare(Me, quantity) { Nickname = "민지", Number = 1 }],
        };
}
