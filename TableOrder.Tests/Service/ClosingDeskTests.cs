using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Service;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Service;

public sealed class ClosingDeskTests : HouseTests
{
    [Fact]
    public async Task Closing_waits_for_open_orders_and_frees_the_table()
    {
        var guest = await House.SeatAsync(7);
        var cola = await House.OrderAsync(guest, Dishes.Cola);
        (await House.CloseAsync(cola.SeatingId)).Refusal!.Code.Should().Be("open_orders");
        await House.Orders.StepAsync(House.Floor, new StepOrder(cola.Id, LineStatus.Served));

        (await House.CloseAsync(cola.SeatingId)).Value.Should().Be(cola.SeatingId);

        (await House.TableAsync(7)).Should().BeEquivalentTo(new { Seating = (object?)null, HasGuests = false });
        (await House.SeatAsync(7)).SeatingId.Should().NotBe(cola.SeatingId);
    }

    [Fact]
    public async Task A_seating_that_has_ended_stays_as_it_is_and_one_that_never_was_is_not_found()
    {
        var seating = (await House.SeatAsync(7)).SeatingId!.Value;
        await House.CloseAsync(seating);
        var (version, closed) = (await TablesVersionAsync(), House.Clock.Now);
        House.Clock.Now += TimeSpan.FromMinutes(1);

        (await House.CloseAsync(seating)).Value.Should().Be(seating);

        (await House.Tables.GetAsync(House.Floor, seating)).Value.ClosedAt.Should().Be(closed);
        (await TablesVersionAsync()).Should().Be(version, "nothing has changed");
        (await House.CloseAsync(Guid.NewGuid())).Refusal!.Code.Should().Be(Refusal.NotFound);
    }

    [Fact]
    public async Task Forced_it_cancels_what_is_not_ready_with_events_and_figures_that_agree()
    {
        var guest = await House.SeatAsync(7);
        var untouched = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Cola);
        var held = await House.OrderCoursesAsync(guest, Dishes.Rice, Dishes.Pancake);
        var ready = await House.OrderAsync(guest, Dishes.Pancake);
        await House.StepAsync(ready, LineStatus.Ready, Line(ready).Station);
        var served = await House.OrderAsync(guest, Dishes.Cola);
        await House.Orders.StepAsync(House.Floor, new StepOrder(served.Id, LineStatus.Served));
        var bystander = await House.OrderAsync(await House.SeatAsync(8), Dishes.Pancake);

        (await House.CloseAsync(guest.SeatingId!.Value, force: true)).Refusal.Should().BeNull();

        var orders = Recount.ShouldAgree(House).ToDictionary(order => order.Id);
        orders[untouched.Id].Statuses().Should().Equal(LineStatus.Cancelled, LineStatus.Ready);
        orders[held.Id].Status.Should().Be(OrderStatus.Cancelled);
        orders[ready.Id].Should().BeEquivalentTo(new { Status = OrderStatus.Ready, Version = 3 }, "it has been made, and paid");
        orders[served.Id].Status.Should().Be(OrderStatus.Served);
        orders[bystander.Id].Version.Should().Be(1);
        House
            .Ask("SELECT count(*) FROM order_events WHERE instr(detail, $1) > 0 AND actor = $2", ClosingDesk.Reason, House.Floor.LogName)
            .Should()
            .Be(2, "one for each order of which something was cancelled");
        (await House.Orders.StepAsync(House.Floor, new StepOrder(ready.Id, LineStatus.Served))).Value.Status.Should().Be(OrderStatus.Served);
    }

    [Fact]
    public async Task Counted_portions_come_back_of_what_nobody_has_begun()
    {
        var guest = await House.SeatAsync(7);
        await House.MenuDesk.ChangeAsync(House.Kitchen, new(House.Dish(Dishes.Pancake).Id) { PortionsLeft = 5 });
        await House.OrderAsync(guest, Dishes.Pancake);

        await House.CloseAsync(guest.SeatingId!.Value, force: true);

        House.Ask("SELECT portions_left FROM menu_items WHERE id = $1", House.Dish(Dishes.Pancake).Id).Should().Be(5);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task What_was_chosen_and_not_ordered_goes_with_the_party()
    {
        var seating = (await House.SeatAsync(7)).SeatingId!.Value;
        await House.ExecuteAsync("INSERT INTO carts (seating_id, request_id, version) VALUES ($1, $2, 1)", seating, Guid.NewGuid());
        await House.ExecuteAsync(
            "INSERT INTO cart_lines (id, seating_id, kind, menu_item_id, name, options, seen_price) VALUES ($1, $2, 'x', $3, '{}', '[]', 0)",
            Guid.NewGuid(),
            seating,
            House.Dish(Dishes.Cola).Id
        );

        await House.CloseAsync(seating);

        House.Ask("SELECT (SELECT count(*) FROM carts) + (SELECT count(*) FROM cart_lines)").Should().Be(0);
    }

    [Fact]
    public async Task Cooks_and_guests_close_nothing()
    {
        var guest = await House.SeatAsync(7);
        foreach (var actor in new[] { guest, House.Kitchen, Actor.System })
        {
            (await House.Closing.CloseAsync(actor, new CloseSeating(guest.SeatingId!.Value))).Refusal!.Code.Should().Be(Refusal.Forbidden);
        }
    }

    private static OrderLine Line(Order order) => order.Lines.Single();

    private Task<long> TablesVersionAsync() => House.Topics.VersionAsync([Core.Seating.SeatingDesk.TablesTopic]);
}
