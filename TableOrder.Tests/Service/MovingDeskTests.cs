using TableOrder.Core;
using TableOrder.Core.Calls;
using TableOrder.Core.Carts;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Service;

public sealed class MovingDeskTests : HouseTests
{
    [Fact]
    public async Task A_moved_order_keeps_its_ticket_with_all_that_was_done_to_it()
    {
        var order = await House.StepAsync(await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake), LineStatus.Preparing);

        (await House.Moving.MoveAsync(House.Floor, order.SeatingId, (await House.TableAsync(9)).Id)).Value.Should().Be(order.SeatingId);

        var shown = (await House.OrderReader.KitchenAsync(House.Kitchen, station: null)).Value.Items.Should().ContainSingle().Which;
        shown.Should().BeEquivalentTo(order with { TableName = "9", TableId = (await House.TableAsync(9)).Id, Version = order.Version + 1 });
        (await House.TableAsync(7)).HasGuests.Should().BeFalse();
        (await House.TableAsync(9)).Seating!.Id.Should().Be(order.SeatingId);
        var cursor = (await House.Feed.OpenAsync(House.Kitchen, 0)).Value;
        await House.Feed.SeenAsync(House.Ask("SELECT max(sequence) FROM order_events"));
        (await cursor.ReadAsync())[^1]
            .Should()
            .BeEquivalentTo(
                new
                {
                    Type = "order_moved",
                    OrderId = order.Id,
                    FromSeatingId = (Guid?)null,
                }
            );
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Nobody_is_moved_onto_others_and_whoever_only_scanned_there_joins()
    {
        var (guest, other, scanned) = (await House.SeatAsync(7), await House.SeatAsync(8), await House.SeatAsync(9));
        await House.OrderAsync(guest, Dishes.Pancake);
        await House.OrderAsync(other, Dishes.Cola);
        var seating = guest.SeatingId!.Value;

        (await House.Moving.MoveAsync(House.Floor, seating, (await House.TableAsync(8)).Id)).Refusal!.Code.Should().Be(SeatingRefusal.TableOccupied);
        await House.Moving.MoveAsync(House.Floor, seating, (await House.TableAsync(9)).Id);

        (await House.AccessReader.CurrentAsync(scanned)).Value.SeatingId.Should().Be(seating);
        (await House.TableAsync(9)).Seating!.Party.Should().Be(2);
        (await House.Moving.MoveAsync(House.Floor, seating, Guid.NewGuid())).Refusal!.Code.Should().Be(Refusal.NotFound);
        await House.ExecuteAsync("UPDATE tables SET closed = 1 WHERE name = '10'");
        (await House.Moving.MoveAsync(House.Floor, seating, (await House.TableAsync(10)).Id)).Refusal!.Code.Should().Be(SeatingRefusal.TableClosed);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Where_two_become_one_guests_carts_calls_orders_and_money_follow()
    {
        var (guest, other) = (await House.SeatAsync(7), await House.SeatAsync(8, "준호"));
        var (pancake, cola) = (await House.OrderAsync(guest, Dishes.Pancake), await House.OrderAsync(other, Dishes.Cola));
        await House.PayAsync(pancake.SeatingId, pancake.Total);
        var carts = House.Get<CartDesk>();
        await carts.AddAsync(guest, new AddToCart(House.Dish(Dishes.Rice).Id, [], 2));
        await carts.AddAsync(other, new AddToCart(House.Dish(Dishes.Rice).Id, [], 1));
        await House.CallDesk.CallAsync(guest, new CallStaff(CallKind.Water));
        await House.CallDesk.CallAsync(other, new CallStaff(CallKind.Water));
        await House.Seatings.SetAllergiesAsync(guest, ["egg"]);

        var merged = await House.Moving.MergeAsync(House.Floor, pancake.SeatingId, cola.SeatingId);

        merged.Value.Should().Be(cola.SeatingId);
        (await House.AccessReader.CurrentAsync(guest)).Value.SeatingId.Should().Be(cola.SeatingId);
        var mine = (await House.Tables.MineAsync(guest)).Value;
        mine.Should()
            .BeEquivalentTo(
                new
                {
                    cola.SeatingId,
                    TableName = "8",
                    Number = 2,
                }
            );
        mine.Allergies.Should().Equal("egg");
        (await House.Get<CartReader>().GetAsync(guest)).Value.Lines.Should().ContainSingle().Which.Quantity.Should().Be(3);
        (await House.Calls.BoardAsync(House.Floor))
            .Value.Calls.Should()
            .ContainSingle(call => call.SeatingId == cola.SeatingId && call.State == CallState.Waiting);
        (await House.Bills.GetAsync(guest))
            .Value.Sums.Should()
            .BeEquivalentTo(
                new
                {
                    Subtotal = pancake.Total + cola.Total,
                    Paid = pancake.Total,
                    Due = cola.Total,
                }
            );
        (await House.TableAsync(7)).HasGuests.Should().BeFalse();
        (await House.OrderReader.ListAsync(guest with { SeatingId = cola.SeatingId }, new OrderQuery())).Value.Items.Should().HaveCount(2);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Keys_sent_before_still_stand_for_what_they_became()
    {
        var (guest, other) = (await House.SeatAsync(7), await House.SeatAsync(8));
        var cart = TestHouse.Cart(House.Line(Dishes.Pancake));
        var first = (await House.Orders.PlaceAsync(guest, cart)).Value.Order;
        await House.OrderAsync(other, Dishes.Cola);
        await House.Moving.MergeAsync(House.Floor, guest.SeatingId!.Value, other.SeatingId!.Value);

        var now = (await House.AccessReader.CurrentAsync(guest)).Value;
        (await House.Orders.PlaceAsync(now, cart)).Value.Should().BeEquivalentTo(new { Created = false, Order = new { first.Id } });
        (await House.Orders.PlaceAsync(guest, cart)).Value.Should().BeEquivalentTo(new { Created = false, Order = new { first.Id } });
        var later = (await House.Orders.PlaceAsync(guest, TestHouse.Cart(House.Line(Dishes.Rice)))).Value.Order;

        later
            .Should()
            .BeEquivalentTo(
                new
                {
                    other.SeatingId,
                    TableName = "8",
                    Round = 2,
                }
            );
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_remake_sent_again_after_its_party_joined_another_is_still_the_one()
    {
        var (guest, other) = (await House.SeatAsync(7), await House.SeatAsync(8));
        var order = await House.StepAsync(await House.OrderAsync(guest, Dishes.Pancake), LineStatus.Ready);
        await House.OrderAsync(other, Dishes.Cola);
        var wish = new RemakeLine(Guid.NewGuid(), order.Id, order.Lines[0].Id, 1, "dropped");
        var remake = (await House.Orders.RemakeAsync(House.Kitchen, wish)).Value.Order;
        await House.Moving.MergeAsync(House.Floor, guest.SeatingId!.Value, other.SeatingId!.Value);

        (await House.Orders.RemakeAsync(House.Kitchen, wish)).Value.Should().BeEquivalentTo(new { Created = false, Order = new { remake.Id } });
    }

    [Fact]
    public async Task A_party_is_merged_once_and_neither_into_itself_nor_in_a_ring()
    {
        var (a, b, c) = (await PartyAsync(7), await PartyAsync(8), await PartyAsync(9));
        (await House.Moving.MergeAsync(House.Floor, a, a)).Refusal!.Code.Should().Be(Refusal.Invalid);
        await House.Moving.MergeAsync(House.Floor, a, b);

        (await House.Moving.MergeAsync(House.Floor, b, a)).Refusal!.Code.Should().Be(Refusal.Invalid, "a is b by now");
        (await House.Moving.MergeAsync(House.Floor, a, b)).Value.Should().Be(b, "sent once more");
        (await House.Moving.MergeAsync(House.Floor, a, c)).Refusal!.Code.Should().Be(SeatingRefusal.Merged);
        (await House.Moving.MoveAsync(House.Floor, a, (await House.TableAsync(10)).Id)).Refusal!.Code.Should().Be(SeatingRefusal.Merged);
        (await House.Closing.ReopenAsync(House.Floor, a)).Refusal!.Code.Should().Be(SeatingRefusal.Merged);
        (await House.Moving.MergeAsync(House.Floor, c, a)).Value.Should().Be(b, "whoever names a means b");
        (await House.Moving.MergeAsync(House.Floor, b, await PartyAsync(10))).Refusal.Should().BeNull();

        House
            .Ask("SELECT count(DISTINCT merged_into) FROM seatings WHERE merged_into IS NOT NULL")
            .Should()
            .Be(1, "pointers never point to pointers");
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_code_that_a_screen_showed_before_leads_to_the_party_that_it_became()
    {
        var (a, b) = (await PartyAsync(7), await PartyAsync(8));
        var code = (await House.Tables.CodeAsync(House.Floor, a)).Value.Code;
        await House.Moving.MergeAsync(House.Floor, a, b);

        (await House.JoinAsync(code)).Value.SeatingId.Should().Be(b);
    }

    [Fact]
    public async Task Carts_that_do_not_fit_into_one_order_keep_their_parties_apart_and_lose_nothing()
    {
        var (guest, other) = (await House.SeatAsync(7), await House.SeatAsync(8));
        var carts = House.Get<CartDesk>();
        await carts.AddAsync(guest, new AddToCart(House.Dish(Dishes.Rice).Id, [], 60));
        await carts.AddAsync(other, new AddToCart(House.Dish(Dishes.Rice).Id, [], 60));

        (await House.Moving.MergeAsync(House.Floor, guest.SeatingId!.Value, other.SeatingId!.Value)).Refusal!.Code.Should().Be(CartRule.LineFull);

        (await House.Get<CartReader>().GetAsync(guest)).Value.Lines.Single().Quantity.Should().Be(60);
    }

    [Fact]
    public async Task Guests_and_cooks_move_nobody()
    {
        var guest = await House.SeatAsync(7);
        foreach (var actor in new[] { guest, House.Kitchen })
        {
            (await House.Moving.MoveAsync(actor, guest.SeatingId!.Value, Guid.NewGuid())).Refusal!.Code.Should().Be(Refusal.Forbidden);
            (await House.Moving.MergeAsync(actor, guest.SeatingId!.Value, Guid.NewGuid())).Refusal!.Code.Should().Be(Refusal.Forbidden);
        }
    }

    private async Task<Guid> PartyAsync(int table) => (await House.OrderAsync(await House.SeatAsync(table), Dishes.Pancake)).SeatingId;
}
