using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Carts;

/// <summary>The cart that a table shares, on a real database.</summary>
public sealed class CartDeskTests : CartTests
{
    [Fact]
    public async Task Everybody_at_the_table_sees_one_cart_and_who_wants_what()
    {
        await AddAsync(Minji, Dishes.Pancake);
        await AddAsync(Juno, Dishes.Pancake, 2);
        await AddAsync(Juno, Dishes.Rice);

        var cart = await ReadAsync(Minji);

        cart.Should().BeEquivalentTo(await ReadAsync(Juno));
        cart.Lines.Select(line => (line.Name.In("en"), line.Quantity)).Should().Equal((Dishes.Pancake, 3), (Dishes.Rice, 1));
        cart.Lines[0]
            .Shares.Select(share => (share.Person, share.Nickname, share.Number, share.Quantity))
            .Should()
            .Equal((Minji.Id, "민지", 1, 1), (Juno.Id, "", 2, 2));
    }

    [Fact]
    public async Task Another_table_has_another_cart()
    {
        await AddAsync(Minji, Dishes.Rice);
        var stranger = await House.SeatAsync(8);

        (await ReadAsync(stranger)).Lines.Should().BeEmpty();
        (await House.Get<CartReader>().GetAsync(stranger, Minji.SeatingId)).Refusal!.Code.Should().Be(Refusal.NotFound);
        var line = (await ReadAsync(Minji)).Lines[0].Id;
        (await Carts.ChangeAsync(stranger, new ChangeCartLine(line, 1))).Refusal!.Code.Should().Be(Refusal.NotFound);
        (await Carts.AddAsync(stranger, Adding(Dishes.Rice) with { SeatingId = Minji.SeatingId })).Refusal!.Code.Should().Be(Refusal.NotFound);
    }

    [Fact]
    public async Task Every_edit_is_heard_at_the_table_and_nowhere_else()
    {
        var before = await VersionAsync(Minji);
        await AddAsync(Juno, Dishes.Rice);
        (await VersionAsync(Minji)).Should().BeGreaterThan(before);

        before = await VersionAsync(Minji);
        await AddAsync(await House.SeatAsync(8), Dishes.Rice);
        (await VersionAsync(Minji)).Should().Be(before);
    }

    [Fact]
    public async Task After_the_table_was_closed_nothing_can_be_chosen_or_sent()
    {
        await AddAsync(Minji, Dishes.Rice);
        var cart = await ReadAsync(Minji);
        await House.CloseAsync(Minji.SeatingId!.Value);

        (await Carts.AddAsync(Minji, Adding(Dishes.Rice))).Refusal!.Code.Should().Be(OrderRefusal.SeatingClosed);
        (await Carts.SendAsync(Minji, Sending(cart))).Refusal!.Code.Should().Be(OrderRefusal.SeatingClosed);
        (await House.Get<CartReader>().GetAsync(Minji)).Refusal!.Code.Should().Be(OrderRefusal.SeatingClosed);
    }

    [Fact]
    public async Task Staff_take_part_in_the_cart_of_the_table_they_name()
    {
        await AddAsync(Minji, Dishes.Rice);

        var cart = (await Carts.AddAsync(House.Floor, Adding(Dishes.Rice) with { SeatingId = Minji.SeatingId })).Value;

        cart.Lines[0]
            .Shares[1]
            .Should()
            .BeEquivalentTo(
                new
                {
                    Person = House.Floor.Id,
                    Number = (int?)null,
                    Quantity = 1,
                }
            );
        (await Carts.AddAsync(House.Floor, Adding(Dishes.Rice))).Refusal!.Code.Should().Be(Refusal.Invalid);
        var sent = (await Carts.SendAsync(House.Floor, Sending(cart) with { SeatingId = Minji.SeatingId })).Value.Order;
        sent.SeatingId.Should().Be(Minji.SeatingId!.Value);
        sent.Lines[0].Guest.Should().Be("민지");
    }

    [Fact]
    public async Task The_same_again_fills_the_cart_in_one_step_and_only_of_ones_own_orders()
    {
        var order = await House.OrderAsync(Minji, Dishes.Pancake, Dishes.Rice);
        var stranger = await House.SeatAsync(8);

        (await Carts.AgainAsync(Juno, new OrderAgain(order.Id))).Value.Cart.Lines.Should().HaveCount(2);
        (await Carts.AgainAsync(Juno, new OrderAgain(order.Id))).Value.Cart.Lines.Select(line => line.Quantity).Should().Equal(2, 2);
        (await Carts.AgainAsync(stranger, new OrderAgain(order.Id))).Refusal!.Code.Should().Be(Refusal.NotFound);
        (await Carts.AgainAsync(House.Floor, new OrderAgain(order.Id) { SeatingId = stranger.SeatingId }))
            .Refusal!.Code.Should()
            .Be(Refusal.NotFound);
    }

    [Fact]
    public async Task Twenty_who_press_plus_at_once_make_twenty_more()
    {
        var guests = new List<Actor>();
        for (var i = 0; i < 20; i++)
        {
            guests.Add(await House.SeatAsync(7, $"guest {i}"));
        }

        await AddAsync(Minji, Dishes.Rice);
        var line = (await ReadAsync(Minji)).Lines[0].Id;

        await Task.WhenAll(guests.Select(guest => Task.Run(() => Carts.ChangeAsync(guest, new ChangeCartLine(line, 1)))));

        (await ReadAsync(Minji)).Lines[0].Quantity.Should().Be(21);
        var order = (await Carts.SendAsync(Minji, Sending(await ReadAsync(Minji)))).Value.Order;
        order.Lines[0].Guest.Should().StartWith("민지, guest ").And.EndWith(" +18");
    }

    private Task<long> VersionAsync(Actor actor) => House.Topics.VersionAsync(SeatingReader.Watched(actor.SeatingId!.Value));
}
