using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Carts;

/// <summary>The cart that a table shares, on a real database.</summary>
public sealed class CartDeskTests : HouseTests
{
    private Actor minji = null!;
    private Actor juno = null!;

    private CartDesk Carts => House.Get<CartDesk>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (minji, juno) = (await House.SeatAsync(7, "민지"), await House.SeatAsync(7, ""));
    }

    [Fact]
    public async Task Everybody_at_the_table_sees_one_cart_and_who_wants_what()
    {
        await AddAsync(minji, Dishes.Pancake);
        await AddAsync(juno, Dishes.Pancake, 2);
        await AddAsync(juno, Dishes.Rice);

        var cart = await ReadAsync(minji);

        cart.Should().BeEquivalentTo(await ReadAsync(juno));
        cart.Lines.Select(line => (line.Name.In("en"), line.Quantity)).Should().Equal((Dishes.Pancake, 3), (Dishes.Rice, 1));
        cart.Lines[0]
            .Shares.Select(share => (share.Person, share.Nickname, share.Number, share.Quantity))
            .Should()
            .Equal((minji.Id, "민지", 1, 1), (juno.Id, "", 2, 2));
    }

    [Fact]
    public async Task Another_table_has_another_cart()
    {
        await AddAsync(minji, Dishes.Rice);
        var stranger = await House.SeatAsync(8);

        (await ReadAsync(stranger)).Lines.Should().BeEmpty();
        (await House.Get<CartReader>().GetAsync(stranger, minji.SeatingId)).Refusal!.Code.Should().Be(Refusal.NotFound);
        var line = (await ReadAsync(minji)).Lines[0].Id;
        (await Carts.ChangeAsync(stranger, new ChangeCartLine(line, 1))).Refusal!.Code.Should().Be(Refusal.NotFound);
        (await Carts.AddAsync(stranger, Adding(Dishes.Rice) with { SeatingId = minji.SeatingId })).Refusal!.Code.Should().Be(Refusal.NotFound);
    }

    [Fact]
    public async Task Sent_it_is_one_order_and_the_next_cart_is_empty_with_an_id_of_its_own()
    {
        await AddAsync(minji, Dishes.Pancake, 2);
        await AddAsync(juno, Dishes.Pancake);
        var cart = await ReadAsync(juno);

        var sent = (await Carts.SendAsync(juno, Sending(cart))).Value;

        sent.Created.Should().BeTrue();
        sent.Order.Lines.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Quantity = 3, Guest = "민지" });
        var next = await ReadAsync(minji);
        next.Lines.Should().BeEmpty();
        next.RequestId.Should().NotBe(cart.RequestId);
        next.Last.Should()
            .BeEquivalentTo(
                new
                {
                    OrderId = sent.Order.Id,
                    sent.Order.Number,
                    By = new { Person = juno.Id, Number = 2 },
                }
            );
    }

    [Fact]
    public async Task However_often_and_by_whomever_it_is_sent_it_is_one_order()
    {
        await AddAsync(minji, Dishes.Rice);
        var cart = await ReadAsync(minji);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => Carts.SendAsync(i % 2 == 0 ? minji : juno, Sending(cart))))
        );

        answers.Select(answer => answer.Value.Order.Id).Distinct().Should().ContainSingle();
        answers.Count(answer => answer.Value.Created).Should().Be(1);
        House.Ask("SELECT count(*) FROM orders").Should().Be(1);
    }

    [Fact]
    public async Task Whoever_did_not_see_the_others_edit_looks_again_before_it_is_sent()
    {
        await AddAsync(minji, Dishes.Rice);
        var seen = await ReadAsync(minji);
        await AddAsync(juno, Dishes.Cola);

        (await Carts.SendAsync(minji, Sending(seen))).Refusal!.Code.Should().Be(CartRule.Changed);

        House.Ask("SELECT count(*) FROM orders").Should().Be(0);
        (await Carts.SendAsync(minji, Sending(await ReadAsync(minji)))).Value.Order.Lines.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_edit_that_comes_after_the_send_is_in_the_next_cart()
    {
        await AddAsync(minji, Dishes.Rice);
        var seen = await ReadAsync(juno);
        await Carts.SendAsync(minji, Sending(seen));

        (await Carts.ChangeAsync(juno, new ChangeCartLine(seen.Lines[0].Id, 1))).Refusal!.Code.Should().Be(Refusal.NotFound, "it was sent");
        await AddAsync(juno, Dishes.Rice);
        var again = (await Carts.SendAsync(juno, Sending(seen))).Value;

        again.Created.Should().BeFalse("that cart has been sent");
        (await ReadAsync(juno)).Lines.Should().ContainSingle("what was added later waits for the next order");
    }

    [Fact]
    public async Task A_price_that_the_sender_did_not_see_is_refused_and_the_cart_stays()
    {
        await AddAsync(minji, Dishes.Rice);
        var cart = await ReadAsync(minji);
        var rice = House.Dish(Dishes.Rice);
        await House.MenuDesk.ChangeAsync(House.Manager, new ChangeMenuItem(rice.Id) { Price = new Money(1_500), Version = rice.Version });

        var refused = (await Carts.SendAsync(minji, Sending(cart))).Refusal.Should().BeOfType<OrderRefusal>().Subject;

        refused.Code.Should().Be(OrderRefusal.PriceChanged);
        refused.Lines.Should().ContainSingle().Which.UnitPrice.Should().Be(new Money(1_500));
        (await ReadAsync(minji)).Should().BeEquivalentTo(cart, "nothing of it is half done");
        var accepted = Sending(cart) with { Lines = [new AcceptedLine(cart.Lines[0].Id, 1, new Money(1_500))] };
        (await Carts.SendAsync(minji, accepted)).Value.Order.Total.Should().Be(new Money(1_500));
    }

    [Fact]
    public async Task What_sold_out_in_the_cart_is_refused_by_its_line_and_the_rest_can_be_sent()
    {
        await AddAsync(minji, Dishes.Rice);
        await AddAsync(minji, Dishes.Shrimp);
        var cart = await ReadAsync(minji);
        await House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(House.Dish(Dishes.Shrimp).Id) { SoldOut = true });

        var refused = (OrderRefusal)(await Carts.SendAsync(minji, Sending(cart))).Refusal!;

        (refused.Code, refused.Lines.Single().Index).Should().Be((OrderRefusal.SoldOut, 1));
        var mended = (await Carts.ChangeAsync(minji, new ChangeCartLine(cart.Lines[1].Id, -1))).Value;
        (await Carts.SendAsync(minji, Sending(mended))).Value.Order.Lines.Should().ContainSingle();
    }

    [Fact]
    public async Task Of_two_who_both_accept_that_only_one_is_left_one_sends_it_and_the_other_gets_that_order()
    {
        await AddAsync(minji, Dishes.Shrimp, 2);
        await AddAsync(minji, Dishes.Rice);
        var cart = await ReadAsync(minji);
        await House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(House.Dish(Dishes.Shrimp).Id) { PortionsLeft = 1 });
        var accepted = Sending(cart) with { Lines = [new AcceptedLine(cart.Lines[0].Id, 1, cart.Lines[0].SeenPrice)] };

        var answers = await Task.WhenAll(new[] { minji, juno }.Select(guest => Task.Run(() => Carts.SendAsync(guest, accepted))));

        answers.Select(answer => answer.Value.Order.Id).Distinct().Should().ContainSingle();
        answers[0].Value.Order.Lines.Should().ContainSingle("the rice was left out").Which.Quantity.Should().Be(1);
        (await ReadAsync(juno)).Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task More_of_a_line_than_the_cart_holds_can_not_be_accepted()
    {
        await AddAsync(minji, Dishes.Rice);
        var cart = await ReadAsync(minji);

        foreach (
            var line in new[] { new AcceptedLine(cart.Lines[0].Id, 2, cart.Lines[0].SeenPrice), new AcceptedLine(Guid.NewGuid(), 1, new Money(1)) }
        )
        {
            (await Carts.SendAsync(minji, Sending(cart) with { Lines = [line] })).Refusal!.Code.Should().Be(CartRule.Changed);
        }

        House.Ask("SELECT count(*) FROM orders").Should().Be(0);
    }

    [Fact]
    public async Task A_dish_that_left_the_menu_while_in_the_cart_is_refused_by_its_line()
    {
        await AddAsync(minji, Dishes.Rice);
        var cart = await ReadAsync(minji);
        await House.ExecuteAsync("UPDATE menu_items SET archived_at = 1 WHERE id = $1", cart.Lines[0].MenuItemId);
        await House.ExecuteAsync("UPDATE topics SET version = version + 1 WHERE name = 'menu'");

        (await Carts.SendAsync(minji, Sending(cart))).Refusal!.Code.Should().Be(OrderRefusal.UnknownItem);
        (await ReadAsync(minji)).Lines[0].Name.In("en").Should().Be(Dishes.Rice);
    }

    [Fact]
    public async Task Every_edit_is_heard_at_the_table_and_nowhere_else()
    {
        var before = await VersionAsync(minji);
        await AddAsync(juno, Dishes.Rice);
        (await VersionAsync(minji)).Should().BeGreaterThan(before);

        before = await VersionAsync(minji);
        await AddAsync(await House.SeatAsync(8), Dishes.Rice);
        (await VersionAsync(minji)).Should().Be(before);
    }

    [Fact]
    public async Task After_the_table_was_closed_nothing_can_be_chosen_or_sent()
    {
        await AddAsync(minji, Dishes.Rice);
        var cart = await ReadAsync(minji);
        await House.CloseAsync(minji.SeatingId!.Value);

        (await Carts.AddAsync(minji, Adding(Dishes.Rice))).Refusal!.Code.Should().Be(OrderRefusal.SeatingClosed);
        (await Carts.SendAsync(minji, Sending(cart))).Refusal!.Code.Should().Be(OrderRefusal.SeatingClosed);
        (await House.Get<CartReader>().GetAsync(minji)).Refusal!.Code.Should().Be(OrderRefusal.SeatingClosed);
    }

    [Fact]
    public async Task Staff_take_part_in_the_cart_of_the_table_they_name()
    {
        await AddAsync(minji, Dishes.Rice);

        var cart = (await Carts.AddAsync(House.Floor, Adding(Dishes.Rice) with { SeatingId = minji.SeatingId })).Value;

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
        var sent = (await Carts.SendAsync(House.Floor, Sending(cart) with { SeatingId = minji.SeatingId })).Value.Order;
        sent.SeatingId.Should().Be(minji.SeatingId!.Value);
        sent.Lines[0].Guest.Should().Be("민지");
    }

    [Fact]
    public async Task The_same_again_fills_the_cart_in_one_step_and_only_of_ones_own_orders()
    {
        var order = await House.OrderAsync(minji, Dishes.Pancake, Dishes.Rice);
        var stranger = await House.SeatAsync(8);

        (await Carts.AgainAsync(juno, new OrderAgain(order.Id))).Value.Cart.Lines.Should().HaveCount(2);
        (await Carts.AgainAsync(juno, new OrderAgain(order.Id))).Value.Cart.Lines.Select(line => line.Quantity).Should().Equal(2, 2);
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

        await AddAsync(minji, Dishes.Rice);
        var line = (await ReadAsync(minji)).Lines[0].Id;

        await Task.WhenAll(guests.Select(guest => Task.Run(() => Carts.ChangeAsync(guest, new ChangeCartLine(line, 1)))));

        (await ReadAsync(minji)).Lines[0].Quantity.Should().Be(21);
        var order = (await Carts.SendAsync(minji, Sending(await ReadAsync(minji)))).Value.Order;
        order.Lines[0].Guest.Should().StartWith("민지, guest ").And.EndWith(" +18");
    }

    private static SendCart Sending(SharedCart cart) =>
        new(cart.RequestId, cart.Version, [.. cart.Lines.Select(line => new AcceptedLine(line.Id, line.Quantity, line.SeenPrice))]);

    private AddToCart Adding(string dish, int quantity = 1) => new(House.Dish(dish).Id, [], quantity);

    private async Task AddAsync(Actor actor, string dish, int quantity = 1) =>
        (await Carts.AddAsync(actor, Adding(dish, quantity))).Refusal.Should().BeNull();

    private async Task<SharedCart> ReadAsync(Actor actor) => (await House.Get<CartReader>().GetAsync(actor)).Value;

    private Task<long> VersionAsync(Actor actor) => House.Topics.VersionAsync(SeatingReader.Watched(actor.SeatingId!.Value));
}
