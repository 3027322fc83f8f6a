using TableOrder.Core;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Carts;

/// <summary>A shared cart becomes one order, on a real database: what the sender saw, exactly once.</summary>
public sealed class CartSendingTests : CartTests
{
    [Fact]
    public async Task Sent_it_is_one_order_and_the_next_cart_is_empty_with_an_id_of_its_own()
    {
        await AddAsync(Minji, Dishes.Pancake, 2);
        await AddAsync(Juno, Dishes.Pancake);
        var cart = await ReadAsync(Juno);

        var sent = (await Carts.SendAsync(Juno, Sending(cart))).Value;

        sent.Created.Should().BeTrue();
        sent.Order.Lines.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Quantity = 3, Guest = "민지" });
        var next = await ReadAsync(Minji);
        next.Lines.Should().BeEmpty();
        next.RequestId.Should().NotBe(cart.RequestId);
        next.Last.Should()
            .BeEquivalentTo(
                new
                {
                    OrderId = sent.Order.Id,
                    sent.Order.Number,
                    By = new { Person = Juno.Id, Number = 2 },
                }
            );
    }

    [Fact]
    public async Task What_somebody_without_a_name_wants_is_not_called_the_sender_s()
    {
        await AddAsync(Juno, Dishes.Rice);
        await AddAsync(Minji, Dishes.Cola);

        var order = (await Carts.SendAsync(Minji, Sending(await ReadAsync(Minji)))).Value.Order;

        order.Lines.Select(line => line.Guest).Should().Equal(null, "민지");
    }

    [Fact]
    public async Task However_often_and_by_whomever_it_is_sent_it_is_one_order()
    {
        await AddAsync(Minji, Dishes.Rice);
        var cart = await ReadAsync(Minji);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => Carts.SendAsync(i % 2 == 0 ? Minji : Juno, Sending(cart))))
        );

        answers.Select(answer => answer.Value.Order.Id).Distinct().Should().ContainSingle();
        answers.Count(answer => answer.Value.Created).Should().Be(1);
        House.Ask("SELECT count(*) FROM orders").Should().Be(1);
    }

    [Fact]
    public async Task Whoever_did_not_see_the_others_edit_looks_again_before_it_is_sent()
    {
        await AddAsync(Minji, Dishes.Rice);
        var seen = await ReadAsync(Minji);
        await AddAsync(Juno, Dishes.Cola);

        (await Carts.SendAsync(Minji, Sending(seen))).Refusal!.Code.Should().Be(CartRule.Changed);

        House.Ask("SELECT count(*) FROM orders").Should().Be(0);
        (await Carts.SendAsync(Minji, Sending(await ReadAsync(Minji)))).Value.Order.Lines.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_edit_that_comes_after_the_send_is_in_the_next_cart()
    {
        await AddAsync(Minji, Dishes.Rice);
        var seen = await ReadAsync(Juno);
        await Carts.SendAsync(Minji, Sending(seen));

        (await Carts.ChangeAsync(Juno, new ChangeCartLine(seen.Lines[0].Id, 1))).Refusal!.Code.Should().Be(Refusal.NotFound, "it was sent");
        await AddAsync(Juno, Dishes.Rice);
        var again = (await Carts.SendAsync(Juno, Sending(seen))).Value;

        again.Created.Should().BeFalse("that cart has been sent");
        (await ReadAsync(Juno)).Lines.Should().ContainSingle("what was added later waits for the next order");
    }

    [Fact]
    public async Task A_price_that_the_sender_did_not_see_is_refused_and_the_cart_stays()
    {
        await AddAsync(Minji, Dishes.Rice);
        var cart = await ReadAsync(Minji);
        var rice = House.Dish(Dishes.Rice);
        await House.MenuDesk.ChangeAsync(House.Manager, new ChangeMenuItem(rice.Id) { Price = new Money(1_500), Version = rice.Version });

        var refused = (await Carts.SendAsync(Minji, Sending(cart))).Refusal.Should().BeOfType<OrderRefusal>().Subject;

        refused.Code.Should().Be(OrderRefusal.PriceChanged);
        refused.Lines.Should().ContainSingle().Which.UnitPrice.Should().Be(new Money(1_500));
        (await ReadAsync(Minji)).Should().BeEquivalentTo(cart, "nothing of it is half done");
        var accepted = Sending(cart) with { Lines = [new AcceptedLine(cart.Lines[0].Id, 1, new Money(1_500))] };
        (await Carts.SendAsync(Minji, accepted)).Value.Order.Total.Should().Be(new Money(1_500));
    }

    [Fact]
    public async Task What_sold_out_in_the_cart_is_refused_by_its_line_and_the_rest_can_be_sent()
    {
        await AddAsync(Minji, Dishes.Rice);
        await AddAsync(Minji, Dishes.Shrimp);
        var cart = await ReadAsync(Minji);
        await House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(House.Dish(Dishes.Shrimp).Id) { SoldOut = true });

        var refused = (OrderRefusal)(await Carts.SendAsync(Minji, Sending(cart))).Refusal!;

        (refused.Code, refused.Lines.Single().Index).Should().Be((OrderRefusal.SoldOut, 1));
        var mended = (await Carts.ChangeAsync(Minji, new ChangeCartLine(cart.Lines[1].Id, -1))).Value;
        (await Carts.SendAsync(Minji, Sending(mended))).Value.Order.Lines.Should().ContainSingle();
    }

    [Fact]
    public async Task Of_two_who_both_accept_that_only_one_is_left_one_sends_it_and_the_other_gets_that_order()
    {
        await AddAsync(Minji, Dishes.Shrimp, 2);
        await AddAsync(Minji, Dishes.Rice);
        var cart = await ReadAsync(Minji);
        await House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(House.Dish(Dishes.Shrimp).Id) { PortionsLeft = 1 });
        var accepted = Sending(cart) with { Lines = [new AcceptedLine(cart.Lines[0].Id, 1, cart.Lines[0].SeenPrice)] };

        var answers = await Task.WhenAll(new[] { Minji, Juno }.Select(guest => Task.Run(() => Carts.SendAsync(guest, accepted))));

        answers.Select(answer => answer.Value.Order.Id).Distinct().Should().ContainSingle();
        answers[0].Value.Order.Lines.Should().ContainSingle("the rice was left out").Which.Quantity.Should().Be(1);
        (await ReadAsync(Juno)).Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task More_of_a_line_than_the_cart_holds_can_not_be_accepted()
    {
        await AddAsync(Minji, Dishes.Rice);
        var cart = await ReadAsync(Minji);

        foreach (
            var line in new[] { new AcceptedLine(cart.Lines[0].Id, 2, cart.Lines[0].SeenPrice), new AcceptedLine(Guid.NewGuid(), 1, new Money(1)) }
        )
        {
            (await Carts.SendAsync(Minji, Sending(cart) with { Lines = [line] })).Refusal!.Code.Should().Be(CartRule.Changed);
        }

        House.Ask("SELECT count(*) FROM orders").Should().Be(0);
    }

    [Fact]
    public async Task A_dish_that_left_the_menu_while_in_the_cart_is_refused_by_its_line()
    {
        await AddAsync(Minji, Dishes.Rice);
        var cart = await ReadAsync(Minji);
        await House.ExecuteAsync("UPDATE menu_items SET archived_at = 1 WHERE id = $1", cart.Lines[0].MenuItemId);
        await House.ExecuteAsync("UPDATE topics SET version = version + 1 WHERE name = 'menu'");

        (await Carts.SendAsync(Minji, Sending(cart))).Refusal!.Code.Should().Be(OrderRefusal.UnknownItem);
        (await ReadAsync(Minji)).Lines[0].Name.In("en").Should().Be(Dishes.Rice);
    }
}
