using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Live;

namespace TableOrder.Tests.Live;

public sealed class OrderWatchTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly TestHouse house = new();
    private readonly CancellationTokenSource patience = new(Patience);

    public Task InitializeAsync() => house.InitializeAsync();

    public async Task DisposeAsync()
    {
        patience.Dispose();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task It_begins_with_the_list_and_follows_what_changes()
    {
        var guest = await house.SeatAsync(7);
        var before = await house.OrderAsync(guest, "Aged Kimchi Stew");
        var watch = await GuestWatchAsync(guest);
        watch.Orders.Keys.Should().Equal(before.Id);

        var after = await house.OrderAsync(guest, "Aged Kimchi Stew");
        await house.Orders.StepAsync(house.Kitchen, new StepOrder(before.Id, LineStatus.Preparing));
        await UntilAsync(watch, () => watch.Orders.Count == 2 && watch.Orders[before.Id].Status == OrderStatus.Preparing);

        watch.Orders[after.Id].Status.Should().Be(OrderStatus.Placed);
    }

    [Fact]
    public async Task Somebody_else_s_order_is_never_read()
    {
        var guest = await house.SeatAsync(1);
        var other = await house.SeatAsync(2);
        var watch = await GuestWatchAsync(guest);
        var reads = house.OrderReader.SharedReadCount;

        await house.OrderAsync(other, "Aged Kimchi Stew");
        var mine = await house.OrderAsync(guest, "Aged Kimchi Stew");
        await UntilAsync(watch, () => watch.Orders.ContainsKey(mine.Id));

        house.OrderReader.SharedReadCount.Should().Be(reads + 1);
    }

    [Fact]
    public async Task A_screen_always_hears_of_what_leaves_it()
    {
        var guest = await house.SeatAsync(3);
        var order = await house.OrderAsync(guest, "Aged Kimchi Stew");
        var kitchen = new OrderWatch(house.Feed, house.OrderReader, house.Kitchen, _ => false, shown => shown.Tickets.Any(shown.Shows));
        (await kitchen.LoadAsync(() => house.OrderReader.KitchenAsync(house.Kitchen, null))).Should().BeNull();
        kitchen.Orders.Should().ContainKey(order.Id);

        await house.Orders.StepAsync(house.Kitchen, new StepOrder(order.Id, LineStatus.Ready));
        await UntilAsync(kitchen, () => kitchen.Orders.Count == 0);
    }

    [Fact]
    public async Task Many_changes_of_one_order_are_told_once()
    {
        var guest = await house.SeatAsync(4);
        var watch = await GuestWatchAsync(guest);
        var order = await house.OrderAsync(guest, "Aged Kimchi Stew");
        foreach (var to in new[] { LineStatus.Preparing, LineStatus.Ready, LineStatus.Served })
        {
            await house.Orders.StepAsync(house.Manager, new StepOrder(order.Id, to));
        }

        while (house.Feed.Head < (await house.OrderReader.ListAsync(guest, new OrderQuery())).Value.Sequence)
        {
            await Task.Yield();
        }

        var told = await watch.NextAsync(patience.Token);

        told.Should().Equal(order.Id);
        watch.Orders[order.Id].Status.Should().Be(OrderStatus.Served);
    }

    [Fact]
    public async Task A_further_page_never_replaces_newer_by_older()
    {
        var guest = await house.SeatAsync(6);
        var shown = await house.OrderAsync(guest, "Aged Kimchi Stew");
        var further = await house.OrderAsync(guest, "Aged Kimchi Stew");
        var watch = await GuestWatchAsync(guest);
        await house.Orders.StepAsync(house.Kitchen, new StepOrder(shown.Id, LineStatus.Preparing));
        await UntilAsync(watch, () => watch.Orders[shown.Id].Status == OrderStatus.Preparing);
        watch.Forget([further.Id]);

        watch.Add([shown, further]);

        watch.Orders[shown.Id].Version.Should().Be(2);
        watch.Orders.Should().ContainKey(further.Id);
    }

    [Fact]
    public async Task Twenty_screens_share_one_read_of_a_change()
    {
        var guest = await house.SeatAsync(5);
        var order = await house.OrderAsync(guest, "Aged Kimchi Stew");
        var screens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GuestWatchAsync(guest)));
        var reads = house.OrderReader.SharedReadCount;

        await house.Orders.StepAsync(house.Kitchen, new StepOrder(order.Id, LineStatus.Preparing));
        await Task.WhenAll(screens.Select(screen => screen.NextAsync(patience.Token)));

        screens.Should().OnlyContain(screen => screen.Orders[order.Id].Status == OrderStatus.Preparing);
        house.OrderReader.SharedReadCount.Should().Be(reads + 1);
    }

    private async Task<OrderWatch> GuestWatchAsync(Actor guest)
    {
        var watch = new OrderWatch(house.Feed, house.OrderReader, guest, happened => happened.Concerns(guest.SeatingId!.Value), _ => true);
        (await watch.LoadAsync(() => house.OrderReader.ListAsync(guest, new OrderQuery()))).Should().BeNull();
        return watch;
    }

    private async Task UntilAsync(OrderWatch watch, Func<bool> condition)
    {
        while (!condition())
        {
            await watch.NextAsync(patience.Token);
        }
    }
}
