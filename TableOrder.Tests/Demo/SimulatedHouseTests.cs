using TableOrder.Core.Demo;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Demo;

/// <summary>A long evening at full pace: nothing that is kept may drift from what it counts, no screen from the database.</summary>
public sealed class SimulatedHouseTests : HouseTests
{
    private const int Before = 50;
    private const int Evening = 1000;
    private readonly Dictionary<Guid, Order> screen = [];

    [Fact]
    public async Task After_a_thousand_orders_everything_still_agrees()
    {
        var simulated = new SimulatedHouse(
            House.Orders,
            House.OrderReader,
            House.Seatings,
            House.Closing,
            House.Payments,
            House.Bills,
            House.Tables,
            House.MenuReader,
            new Random(7)
        );
        await RunAsync(simulated, Before);
        var page = (await House.OrderReader.ListAsync(House.Manager, new OrderQuery { Limit = 100 })).Value;
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var following = Task.Run(() => FollowAsync(page, closed.Task));

        await RunAsync(simulated, Evening);
        await House.Feed.SeenAsync(House.Ask("SELECT max(sequence) FROM order_events"));
        closed.SetResult();
        await following;

        var orders = Recount.ShouldAgree(House);
        orders.Count.Should().BeGreaterThanOrEqualTo(Evening);
        orders.Count(order => order.Status == OrderStatus.Served).Should().BeGreaterThan(Evening / 2);
        screen.Count.Should().Be(orders.Count);
        orders.Should().OnlyContain(order => Columns.ToJson(screen[order.Id]) == Columns.ToJson(order));
    }

    [Fact]
    public async Task Simulated_cooks_have_a_screen_that_holds_what_their_parties_order_and_nobody_elses()
    {
        var simulated = new SimulatedHouse(
            House.Orders,
            House.OrderReader,
            House.Seatings,
            House.Closing,
            House.Payments,
            House.Bills,
            House.Tables,
            House.MenuReader,
            new Random(7)
        );
        var own = await House.OrderAsync(await House.SeatAsync(1), Dishes.Pancake);
        await RunAsync(simulated, 20);
        await simulated.WorkAsync(0);

        var orders = Recount.ShouldAgree(House).ToLookup(order => order.Id == own.Id);

        orders[true].Single().Tickets.Should().OnlyContain(ticket => ticket.ReceivedAt == null);
        orders[false].SelectMany(order => order.Tickets).Should().OnlyContain(ticket => ticket.ReceivedAt != null);
    }

    private async Task RunAsync(SimulatedHouse simulated, int orders)
    {
        while (House.Ask("SELECT count(*) FROM orders") < orders)
        {
            if (simulated.Parties < 9)
            {
                await simulated.SeatAsync();
            }

            await simulated.OrderAsync();
            await simulated.OrderAsync();
            await simulated.OrderAsync();
            await simulated.WorkAsync(0.7);
            await simulated.LeaveAsync(0.3);
        }
    }

    /// <summary>What a live page does: from a list, change by change, each read shared and never older than what is shown.</summary>
    private async Task FollowAsync(OrderPage page, Task closed)
    {
        foreach (var order in page.Items)
        {
            screen.Add(order.Id, order);
        }

        var cursor = (await House.Feed.OpenAsync(House.Manager, page.Sequence)).Value;
        for (var last = false; !last; await Task.WhenAny(cursor.WaitAsync(CancellationToken.None), closed))
        {
            last = closed.IsCompleted;
            while (await cursor.ReadAsync() is { Count: > 0 } events)
            {
                foreach (var happened in events)
                {
                    await ShowAsync(happened);
                }
            }
        }
    }

    private async Task ShowAsync(OrderEvent happened)
    {
        var order = (await House.OrderReader.GetAsync(House.Manager, happened.OrderId, happened.OrderVersion)).Value;
        order.Version.Should().BeGreaterThanOrEqualTo(happened.OrderVersion);
        if (!screen.TryGetValue(order.Id, out var shown) || shown.Version < order.Version)
        {
            screen[order.Id] = order;
        }
    }
}
