using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

public sealed class PlacingOnceTests : HouseTests
{
    [Fact]
    public async Task The_same_request_gives_the_same_order_as_it_is_now()
    {
        var guest = await House.SeatAsync(7);
        var cart = TestHouse.Cart(House.Line(Dishes.Pancake));
        var first = (await House.Orders.PlaceAsync(guest, cart)).Value;
        await House.Orders.StepAsync(House.Kitchen, new StepOrder(first.Order.Id, LineStatus.Preparing));

        var again = (await House.Orders.PlaceAsync(guest, cart)).Value;

        first.Created.Should().BeTrue();
        again.Created.Should().BeFalse();
        (again.Order.Id, again.Order.Version, again.Order.Status).Should().Be((first.Order.Id, 2, OrderStatus.Preparing));
        House.Ask("SELECT count(*) FROM orders").Should().Be(1);
    }

    [Fact]
    public async Task The_same_content_may_name_its_options_in_another_order()
    {
        var guest = await House.SeatAsync(7);
        var groups = House.Dish(Dishes.PorkBelly).ModifierGroups;
        Guid[] options = [groups[0].Modifiers[0].Id, groups[1].Modifiers[0].Id, groups[1].Modifiers[1].Id];
        var cart = TestHouse.Cart(House.Line(Dishes.PorkBelly, 2) with { ModifierIds = options, Note = "crispy" });
        await House.Orders.PlaceAsync(guest, cart);

        var turned = cart with { Lines = [cart.Lines[0] with { ModifierIds = [.. options.Reverse()], Note = " crispy " }] };
        var again = await House.Orders.PlaceAsync(guest, turned);

        again.Value.Created.Should().BeFalse();
    }

    [Fact]
    public async Task A_guest_may_name_their_own_seating_or_not()
    {
        var guest = await House.SeatAsync(7);
        var cart = TestHouse.Cart(House.Line(Dishes.Rice));
        await House.Orders.PlaceAsync(guest, cart);

        (await House.Orders.PlaceAsync(guest, cart with { SeatingId = guest.SeatingId })).Value.Created.Should().BeFalse();
    }

    [Fact]
    public async Task Other_content_under_the_same_key_is_refused_and_changes_nothing()
    {
        var guest = await House.SeatAsync(7);
        var cart = TestHouse.Cart(House.Line(Dishes.Pancake));
        var order = (await House.Orders.PlaceAsync(guest, cart)).Value.Order;

        var reused = await House.Orders.PlaceAsync(guest, cart with { Lines = [House.Line(Dishes.Pancake, 2)] });

        reused.Refusal!.Code.Should().Be("key_reused");
        ((OrderRefusal)reused.Refusal).Current!.Id.Should().Be(order.Id);
        House.Ask("SELECT count(*) FROM order_events").Should().Be(1);
    }

    [Fact]
    public async Task Twenty_senders_of_one_request_make_one_order_and_one_event()
    {
        var guest = await House.SeatAsync(7);
        var cart = TestHouse.Cart(House.Line(Dishes.Pancake));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => House.Orders.PlaceAsync(guest, cart))));

        answers.Should().ContainSingle(answer => answer.Value.Created);
        answers.Select(answer => answer.Value.Order.Id).Distinct().Should().ContainSingle();
        House.Ask("SELECT count(*) FROM orders").Should().Be(1);
        House.Ask("SELECT count(*) FROM order_events").Should().Be(1);
    }

    [Fact]
    public async Task The_same_key_of_another_party_is_another_order()
    {
        var cart = TestHouse.Cart(House.Line(Dishes.Pancake));

        var first = await House.Orders.PlaceAsync(await House.SeatAsync(7), cart);
        var other = await House.Orders.PlaceAsync(await House.SeatAsync(8), cart);

        other.Value.Created.Should().BeTrue();
        other.Value.Order.Id.Should().NotBe(first.Value.Order.Id);
    }

    [Fact]
    public async Task A_retry_gets_its_order_even_if_the_dish_has_sold_out_since()
    {
        var guest = await House.SeatAsync(7);
        var cart = TestHouse.Cart(House.Line(Dishes.Pancake));
        await House.Orders.PlaceAsync(guest, cart);
        await House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(House.Dish(Dishes.Pancake).Id) { SoldOut = true });

        (await House.Orders.PlaceAsync(guest, cart)).Value.Created.Should().BeFalse();
        (await House.Orders.PlaceAsync(guest, cart with { RequestId = Guid.NewGuid() })).Refusal!.Code.Should().Be("sold_out");
    }

    [Fact]
    public async Task A_refusal_is_not_kept_so_the_same_cart_may_be_sent_again()
    {
        var guest = await House.SeatAsync(7);
        var cart = TestHouse.Cart(House.Line(Dishes.SoldOut));
        (await House.Orders.PlaceAsync(guest, cart)).Refusal!.Code.Should().Be("sold_out");
        await House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(cart.Lines[0].MenuItemId) { SoldOut = false });

        (await House.Orders.PlaceAsync(guest, cart)).Value.Created.Should().BeTrue();
    }
}
