using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

/// <summary>A refusal leaves no trace: no order, no event, no round, no number, no portion.</summary>
public sealed class PlacingRefusedTests : HouseTests
{
    [Fact]
    public async Task Bad_input_changes_nothing()
    {
        var pancake = House.Line(Dishes.Pancake);
        await RefusedAsync("invalid", pancake with { Quantity = 0 });
        await RefusedAsync("invalid", pancake with { Quantity = -1 });
        await RefusedAsync("invalid", pancake with { Quantity = int.MaxValue });
        await RefusedAsync("invalid", pancake with { Quantity = 100 });
        await RefusedAsync("invalid");
        await RefusedAsync("invalid", [.. Enumerable.Repeat(pancake, 101)]);
        await RefusedAsync("invalid", [.. Enumerable.Repeat(pancake, 10_000)]);
        await RefusedAsync("invalid", pancake with { Note = new string('x', 201) });
        await RefusedAsync("invalid", pancake with { Note = new string('x', 1_048_576) });
        await RefusedAsync("invalid", pancake with { ModifierIds = [Guid.NewGuid()] });
        await RefusedAsync("invalid", pancake with { Course = 1 });
        await RefusedAsync("invalid", House.Line(Dishes.PorkBelly, 2) with { ModifierIds = [] });
        await RefusedAsync("invalid", House.Line(Dishes.PorkBelly, 1));
    }

    [Fact]
    public async Task What_the_menu_does_not_allow_changes_nothing()
    {
        var pancake = House.Line(Dishes.Pancake);
        await RefusedAsync("unknown_item", pancake, pancake with { MenuItemId = Guid.NewGuid() });
        await RefusedAsync("sold_out", pancake, House.Line(Dishes.SoldOut));
        await RefusedAsync("sold_out", House.Line(Dishes.Shrimp, 2), House.Line(Dishes.Shrimp, 5));
        await RefusedAsync("price_changed", pancake with { UnitPrice = new Money(1) });
    }

    [Fact]
    public async Task An_order_needs_a_key_and_a_seating()
    {
        var guest = await House.SeatAsync(7);
        var cart = TestHouse.Cart(House.Line(Dishes.Pancake));

        (await House.Orders.PlaceAsync(guest, cart with { RequestId = Guid.Empty })).Refusal!.Code.Should().Be("key_missing");
        (await House.Orders.PlaceAsync(House.Floor, cart)).Refusal!.Errors.Should().ContainKey("seatingId");
        (await House.Orders.PlaceAsync(House.Kitchen, cart with { SeatingId = guest.SeatingId })).Refusal!.Code.Should().Be("forbidden");
        House.Ask("SELECT count(*) FROM orders").Should().Be(0);
    }

    [Fact]
    public async Task Staff_order_for_a_seating_and_their_lines_name_no_guest()
    {
        var guest = await House.SeatAsync(7);

        var order = (await House.Orders.PlaceAsync(House.Floor, TestHouse.Cart(House.Line(Dishes.Rice)) with { SeatingId = guest.SeatingId }))
            .Value
            .Order;

        (order.SeatingId, order.Round, order.TableName).Should().Be((guest.SeatingId!.Value, 1, "7"));
        order.Lines[0].Guest.Should().BeNull();
        (await House.OrderReader.GetAsync(guest, order.Id)).Value.Id.Should().Be(order.Id);
    }

    [Fact]
    public async Task A_closed_seating_orders_nothing_more()
    {
        var guest = await House.SeatAsync(7);
        await House.CloseAsync(guest.SeatingId!.Value);

        (await House.Orders.PlaceAsync(guest, TestHouse.Cart(House.Line(Dishes.Rice)))).Refusal!.Code.Should().Be("seating_closed");
        House.Ask("SELECT count(*) FROM orders").Should().Be(0);
    }

    private async Task RefusedAsync(string code, params PlaceLine[] lines)
    {
        var guest = await House.SeatAsync(7);
        var before = Traces();

        var placed = await House.Orders.PlaceAsync(guest, TestHouse.Cart(lines));

        placed.Refusal!.Code.Should().Be(code);
        Traces().Should().Equal(before);
    }

    private long[] Traces() =>
        [
            House.Ask("SELECT count(*) FROM orders"),
            House.Ask("SELECT count(*) FROM order_lines"),
            House.Ask("SELECT count(*) FROM order_events"),
            House.Ask("SELECT count(*) FROM business_days"),
            House.Ask("SELECT count(*) FROM statistics_days"),
            House.Ask("SELECT sum(last_round) FROM seatings"),
            House.Ask("SELECT sum(portions_left) FROM menu_items"),
        ];
}
