using Microsoft.EntityFrameworkCore;
using TableOrder.Core;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

/// <summary>Hot rows are written by prepared SQL; EF's mapping must see the same in every column.</summary>
public sealed class SameRowsTests : HouseTests
{
    [Fact]
    public async Task EF_and_prepared_SQL_see_the_same_order()
    {
        var guest = await House.SeatAsync(7);
        await House.ExecuteAsync("UPDATE seatings SET allergies = '[\"egg\"]'");
        var belly = House.Line(Dishes.PorkBelly, 3) with { Note = "바싹 \"하게\"" };
        var placed = (await House.Orders.PlaceAsync(guest, TestHouse.Cart(belly, House.Line(Dishes.Cola)))).Value.Order;
        await House.Orders.CancelAsync(guest, new CancelOrder(placed.Id, null) { Lines = [new CancelLine(placed.Lines[0].Id, 1)] });
        await House.Orders.StepAsync(House.Kitchen, new StepOrder(placed.Id, LineStatus.Ready));
        var order = (await House.OrderReader.GetAsync(guest, placed.Id)).Value;

        var (row, lines, tickets) = House.Read(session =>
            (
                session.Db.Set<OrderRow>().Single(),
                session.Db.Set<OrderLineRow>().OrderBy(line => line.Position).ToList(),
                session.Db.Set<TicketRow>().ToList()
            )
        );

        order
            .Should()
            .BeEquivalentTo(
                row,
                same =>
                    same.Excluding(o => o.Status)
                        .Excluding(o => o.Allergies)
                        .Excluding(o => o.RequestId)
                        .Excluding(o => o.RequestHash)
                        .Excluding(o => o.RequestSeatingId)
            );
        row.Status.Should().Be("ready");
        Columns.FromJson<string[]>(row.Allergies).Should().Equal("egg").And.Equal(order.Allergies);
        order
            .Lines.Should()
            .BeEquivalentTo(
                lines,
                same =>
                    same.WithStrictOrdering()
                        .Excluding(l => l.OrderId)
                        .Excluding(l => l.Position)
                        .Excluding(l => l.Status)
                        .Excluding(l => l.Name)
                        .Excluding(l => l.Modifiers)
                        .Excluding(l => l.Allergens)
            );
        lines.Select(line => line.Status).Should().Equal("ready", "ready");
        lines.Select(line => Columns.FromJson<LocalText>(line.Name).In("ko")).Should().Equal(order.Lines.Select(line => line.Name.In("ko")));
        Columns.FromJson<List<LineModifier>>(lines[0].Modifiers).Select(m => m.Id).Should().Equal(order.Lines[0].Modifiers.Select(m => m.Id));
        order.Tickets.Should().BeEquivalentTo(tickets, same => same.Excluding(t => t.OrderId).Excluding(t => t.Shown));
        tickets.Should().ContainSingle().Which.Shown.Should().BeFalse();
    }

    [Fact]
    public async Task EF_and_prepared_SQL_see_the_same_moments_of_the_kitchen()
    {
        var guest = await House.SeatAsync(7);
        var placed = await House.OrderCoursesAsync(guest, Dishes.Pancake, Dishes.Sorbet, Dishes.Rice);
        await AfterAsync(1, () => House.Orders.ReceiveAsync(House.Kitchen, [new HeldTicket(placed.Id, "grill")]));
        await AfterAsync(2, () => House.Orders.PrioritizeAsync(House.Kitchen, new PrioritizeOrder(placed.Id, First: true)));
        await AfterAsync(4, () => House.StepAsync(placed, LineStatus.Ready, "grill"));
        await AfterAsync(8, () => House.Orders.StepAsync(House.Floor, new StepOrder(placed.Id, LineStatus.Placed) { LineId = placed.Lines[1].Id }));
        var order = (await House.OrderReader.GetAsync(guest, placed.Id)).Value;

        var (row, lines, tickets) = House.Read(session =>
            (
                session.Db.Set<OrderRow>().Single(),
                session.Db.Set<OrderLineRow>().OrderBy(line => line.Position).ToList(),
                session.Db.Set<TicketRow>().OrderBy(ticket => ticket.Station).ToList()
            )
        );

        row.PrioritizedAt.Should().Be(order.PrioritizedAt).And.Be(placed.PlacedAt.AddMinutes(3));
        lines.Select(line => (line.FiredAt, line.ReadyAt)).Should().Equal(order.Lines.Select(line => (line.FiredAt, line.ReadyAt)));
        lines.Select(line => line.FiredAt).Should().Equal(null, placed.PlacedAt.AddMinutes(15), null);
        lines.Select(line => line.ReadyAt).Should().Equal(placed.PlacedAt.AddMinutes(7), null, null);
        tickets.Should().BeEquivalentTo(order.Tickets, same => same.WithStrictOrdering());
        tickets
            .Select(ticket => (ticket.Station, ticket.Shown, ticket.ReceivedAt is not null))
            .Should()
            .Equal(("bar", true, false), ("grill", false, true), ("stew", false, false));
    }

    [Fact]
    public async Task EF_and_prepared_SQL_see_the_same_remake_dish_speed_and_station_speed()
    {
        var guest = await House.SeatAsync(7);
        var first = await House.OrderAsync(guest, Dishes.Shrimp);
        await AfterAsync(2, () => House.StepAsync(first, LineStatus.Ready));
        var wish = new RemakeLine(Guid.NewGuid(), first.Id, first.Lines[0].Id, 1, "\"탔어요\"");
        var again = (await House.Orders.RemakeAsync(House.Kitchen, wish)).Value.Order;

        var row = House.Read(session => session.Db.Set<OrderRow>().Single(order => order.Number == 2));

        Columns
            .FromJson<Remake>(row.Remake!)
            .Should()
            .Be(again.Remake)
            .And.Be(new Remake(first.Lines[0].Id, first.Id, 1, "\"탔어요\"") { Portions = 1 });
        (row.RequestId, row.RequestSeatingId, row.RequestHash).Should().Be((wish.RequestId, guest.SeatingId!.Value, wish.Hash()));
        (await House.OrderReader.GetAsync(guest, again.Id)).Value.Should().BeEquivalentTo(again);
        House
            .Read(session => session.Db.Set<DishSpeedRow>().Single())
            .Should()
            .BeEquivalentTo(
                new
                {
                    first.BusinessDay,
                    first.Lines[0].MenuItemId,
                    Lines = 1,
                    Seconds = 120L,
                }
            );
        House
            .Read(session => session.Db.Set<StationSpeedRow>().Single())
            .Should()
            .BeEquivalentTo(
                new
                {
                    first.BusinessDay,
                    first.HalfHour,
                    Station = "grill",
                    Tickets = 1,
                    Seconds = 120L,
                }
            );
    }

    [Fact]
    public async Task EF_and_prepared_SQL_see_the_same_event_figures_and_seating()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Pancake);

        House
            .Read(session => session.Db.Set<OrderEventRow>().Single())
            .Should()
            .BeEquivalentTo(
                new
                {
                    Sequence = 1L,
                    OrderId = order.Id,
                    OrderVersion = 1,
                    EventType = "order_placed",
                    SeatingId = guest.SeatingId!.Value,
                    FromSeatingId = (Guid?)null,
                    Stations = ",grill,",
                    CreatedAt = House.Clock.Now,
                }
            );
        House
            .Read(session => session.Db.Set<StatisticsDayRow>().Single())
            .Should()
            .BeEquivalentTo(
                new
                {
                    order.BusinessDay,
                    Placed = 1,
                    Preparing = 0,
                    Cancelled = 0,
                    Sales = new Money(19_000),
                }
            );
        House
            .Read(session => session.Db.Set<SeatingRow>().Single())
            .Should()
            .BeEquivalentTo(
                new
                {
                    Id = order.SeatingId,
                    LastRound = 1,
                    Total = new Money(19_000),
                    Party = 1,
                    OpenedAt = House.Clock.Now,
                }
            );
        House.Read(session => session.Db.Set<BusinessDayRow>().Single()).LastNumber.Should().Be(1);
    }

    private async Task AfterAsync(int minutes, Func<Task> step)
    {
        House.Clock.Now += TimeSpan.FromMinutes(minutes);
        await step();
    }
}
