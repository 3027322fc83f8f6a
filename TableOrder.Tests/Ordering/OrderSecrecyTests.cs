using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

/// <summary>Another party's order is a secret: for its guests it does not exist.</summary>
public sealed class OrderSecrecyTests : HouseTests
{
    private Actor mine = null!;
    private Actor others = null!;
    private Order theirs = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        mine = await House.SeatAsync(7);
        others = await House.SeatAsync(8);
        theirs = await House.OrderAsync(others, Dishes.Pancake);
    }

    [Fact]
    public async Task Guests_cannot_read_another_partys_order()
    {
        (await House.OrderReader.GetAsync(mine, theirs.Id)).Refusal!.Code.Should().Be("not_found");
        (await House.OrderReader.GetAsync(mine, theirs.Id, atLeast: 1)).Refusal!.Code.Should().Be("not_found");
        (await House.OrderReader.GetAsync(mine, Guid.NewGuid())).Refusal!.Code.Should().Be("not_found");
    }

    [Fact]
    public async Task Guests_cannot_cancel_another_partys_order()
    {
        (await House.Orders.CancelAsync(mine, new CancelOrder(theirs.Id, "mine!"))).Refusal!.Code.Should().Be("not_found");
        House.Ask("SELECT count(*) FROM order_events").Should().Be(1);
    }

    [Fact]
    public async Task Guests_list_their_own_orders_and_nobody_elses()
    {
        var own = await House.OrderAsync(mine, Dishes.Rice);

        (await House.OrderReader.ListAsync(mine, new OrderQuery())).Value.Items.Select(order => order.Id).Should().Equal(own.Id);
        (await House.OrderReader.ListAsync(mine, new OrderQuery { SeatingId = mine.SeatingId })).Value.Items.Should().HaveCount(1);
        (await House.OrderReader.ListAsync(mine, new OrderQuery { SeatingId = others.SeatingId })).Refusal!.Code.Should().Be("not_found");
    }

    [Fact]
    public async Task Guests_cannot_order_for_another_party()
    {
        var cart = TestHouse.Cart(House.Line(Dishes.Rice)) with { SeatingId = others.SeatingId };

        (await House.Orders.PlaceAsync(mine, cart)).Refusal!.Code.Should().Be("not_found");
    }

    [Fact]
    public async Task Guests_of_one_table_see_each_others_orders()
    {
        var friend = await House.SeatAsync(8, "준호");

        friend.SeatingId.Should().Be(others.SeatingId);
        (await House.OrderReader.GetAsync(friend, theirs.Id)).Value.Lines[0].Guest.Should().Be("민지");
    }

    [Fact]
    public async Task Staff_see_every_order()
    {
        foreach (var actor in new[] { House.Kitchen, House.Floor, House.Manager })
        {
            (await House.OrderReader.ListAsync(actor, new OrderQuery())).Value.Items.Should().ContainSingle();
        }
    }
}
