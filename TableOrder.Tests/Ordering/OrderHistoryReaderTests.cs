using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

/// <summary>What happened to one order, as the log tells it.</summary>
public sealed class OrderHistoryReaderTests : HouseTests
{
    [Fact]
    public async Task It_tells_who_did_what_from_where_in_the_log_s_order()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Cola);
        await House.Orders.ReceiveAsync(House.Kitchen, [new HeldTicket(order.Id, "grill")]);
        await House.StepAsync(order, LineStatus.Preparing);
        House.Clock.Now = House.Clock.Now.AddMinutes(4);
        var bumped = await House.StepAsync(order, LineStatus.Ready, "grill");
        await House.StepAsync(order, LineStatus.Preparing, "grill", bumped.Version);
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "too warm") { Lines = [new CancelLine(order.Lines[1].Id)] });

        var told = await ReadAsync(order);

        told.Events.Select(happened => happened.Version).Should().Equal(Enumerable.Range(1, told.Order.Version));
        told.Events.Select(happened => happened.Sequence).Should().BeInAscendingOrder().And.EndWith(told.Sequence);
        told.Events.Select(happened => happened.Type)
            .Should()
            .Equal(
                OrderEventType.Placed,
                OrderEventType.Received,
                OrderEventType.StatusUpdated,
                OrderEventType.StatusUpdated,
                OrderEventType.StatusUpdated,
                OrderEventType.LinesUpdated
            );
        told.Events[0].By.Should().Be(new PastActor(Role.Guest, "민지", 1));
        told.Events[0].Device.Should().Be("phone");
        told.Events[1].Detail.Received.Should().Equal("grill");
        told.Events[2].Detail.Touched.Should().Equal("grill");
        told.Events[2].By.Should().Be(new PastActor(Role.Kitchen, "kitchen"));
        told.Events[2].Device.Should().Be("kitchen-1");
        told.Events[3].Detail.Bumped.Should().Equal("grill");
        told.Events[3].At.Should().Be(House.Clock.Now);
        told.Events[4].Detail.Recalled.Should().Equal("grill");
        told.Events[4].Detail.Bumped.Should().BeNull();
        told.Events[5].By.Role.Should().Be(Role.Manager);
        told.Events[5].Detail.Reason.Should().Be("too warm");
        told.Events[5]
            .Detail.Lines.Should()
            .ContainSingle()
            .Which.Should()
            .Be(new LineMove(order.Lines[1].Id, LineStatus.Ready, LineStatus.Cancelled, 1));
    }

    [Fact]
    public async Task It_tells_from_which_table_to_which_and_of_money()
    {
        var guest = await House.SeatAsync(1);
        var order = await House.OrderAsync(guest, Dishes.Pancake);
        await House.Moving.MoveAsync(House.Floor, order.SeatingId, (await House.TableAsync(2)).Id);
        var payment = await House.PayAsync(order.SeatingId, order.Total);
        await House.Moving.MoveAsync(House.Floor, order.SeatingId, (await House.TableAsync(3)).Id);
        await House.Payments.RefundAsync(House.Manager, new RefundPayment(Guid.NewGuid(), payment!.Id, new(1_000), "cold"));

        var told = (await ReadAsync(order)).Events;

        told.Select(happened => (happened.Type, happened.Detail.FromTable, happened.ToTable))
            .Should()
            .Equal(
                (OrderEventType.Placed, null, null),
                (OrderEventType.Moved, "1", "2"),
                (OrderEventType.Paid, null, null),
                (OrderEventType.Moved, "2", "3"),
                (OrderEventType.Refunded, null, null)
            );
        told[^1].Detail.Reason.Should().Be("cold");

        // The house's waiter is no account: nobody knows them.
        told[1].By.Should().Be(new PastActor(Role.Nobody));
    }

    [Fact]
    public async Task An_order_with_more_events_than_are_told_tells_the_newest_and_says_so()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        for (var i = 0; i < OrderHistoryReader.Most; i++)
        {
            await House.Orders.PrioritizeAsync(House.Manager, new PrioritizeOrder(order.Id, i % 2 == 0));
        }

        var told = await ReadAsync(order);

        told.IsCut.Should().BeTrue();
        told.Events.Should().HaveCount(OrderHistoryReader.Most);
        told.Events[0].Version.Should().Be(2);
        told.Events[^1].Version.Should().Be(told.Order.Version);
    }

    [Fact]
    public async Task Managers_alone_read_it_and_an_unknown_order_has_none()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        var reader = House.Get<OrderHistoryReader>();

        (await reader.GetAsync(House.Floor, order.Id)).Refusal!.Code.Should().Be("forbidden");
        (await reader.GetAsync(House.Manager, Guid.NewGuid())).Refusal!.Code.Should().Be("not_found");
    }

    [Fact]
    public void The_events_of_an_order_are_found_in_the_index_of_its_versions()
    {
        House
            .Read(session => session.Query($"EXPLAIN QUERY PLAN {OrderHistorySql.SelectEvents}", row => row.Text(3), Guid.NewGuid(), 1))
            .Should()
            .Equal("SEARCH order_events USING INDEX ix_order_events_version (order_id=?)");
    }

    private async Task<OrderHistory> ReadAsync(Order order) => (await House.Get<OrderHistoryReader>().GetAsync(House.Manager, order.Id)).Value;
}
