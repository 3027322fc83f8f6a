using TableOrder.Core.Access;
using TableOrder.Core.Carts;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Carts;

/// <summary>Two guests at one table, on a real database. One of them has given no name.</summary>
public abstract class CartTests : HouseTests
{
    protected Actor Minji { get; private set; } = null!;

    protected Actor Juno { get; private set; } = null!;

    protected CartDesk Carts => House.Get<CartDesk>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (Minji, Juno) = (await House.SeatAsync(7, "민지"), await House.SeatAsync(7, ""));
    }

    /// <summary>What somebody sends who accepts the cart as they see it.</summary>
    protected static SendCart Sending(SharedCart cart) =>
        new(cart.RequestId, cart.Version, [.. cart.Lines.Select(line => new AcceptedLine(line.Id, line.Quantity, line.SeenPrice))]);

    protected AddToCart Adding(string dish, int quantity = 1) => new(House.Dish(dish).Id, [], quantity);

    protected async Task AddAsync(Actor actor, string dish, int quantity = 1) =>
        (await Carts.AddAsync(actor, Adding(dish, quantity))).Refusal.Should().BeNull();

    protected async Task<SharedCart> ReadAsync(Actor actor) => (await House.Get<CartReader>().GetAsync(actor)).Value;
}
