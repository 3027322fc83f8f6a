using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Manager.History;

namespace TableOrder.Tests.Manager.History;

/// <summary>The list equals what a fresh question would find, whatever happened since.</summary>
public sealed class HistoryListTests : HouseTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task It_comes_page_by_page_to_the_first_order_there_was()
    {
        var placed = await PlaceAsync(HistoryList.PageSize + 7);
        var list = await ListAsync(new HistoryFilter());
        list.Newest.Should().HaveCount(HistoryList.PageSize);
        list.Next.Should().NotBeNull();

        (await list.MoreAsync()).Value.Should().Be(placed.Count);

        list.Newest.Select(order => order.Id).Should().Equal(placed);
        list.Next.Should().BeNull();
    }

    [Fact]
    public async Task What_comes_on_top_pushes_as_many_off_the_end_and_they_come_again_with_the_next_page()
    {
        await PlaceAsync(HistoryList.PageSize);
        var list = await ListAsync(new HistoryFilter());

        var placed = await PlaceAsync(3);
        await UntilAsync(list, () => list.Newest.First().Id == placed[0]);

        list.Count.Should().Be(HistoryList.PageSize);
        (await list.MoreAsync()).Value.Should().Be(HistoryList.PageSize + 3);
        list.Newest.Select(order => order.Id).Should().OnlyHaveUniqueItems();
        list.Next.Should().BeNull();
    }

    [Fact]
    public async Task An_order_comes_and_goes_as_the_filter_finds_it()
    {
        var order = (await PlaceAsync(2))[0];
        var ready = await ListAsync(new HistoryFilter(OrderStatus.Ready));
        var untouched = await ListAsync(new HistoryFilter(OrderStatus.Placed));

        await House.Orders.StepAsync(House.Kitchen, new StepOrder(order, LineStatus.Ready));

        await UntilAsync(ready, () => ready.Count == 1);
        await UntilAsync(untouched, () => untouched.Count == 1);
        ready.Newest.Single().Id.Should().Be(order);
        untouched.Newest.Single().Id.Should().NotBe(order);
    }

    [Fact]
    public async Task Another_filter_begins_another_list()
    {
        await PlaceAsync(3);
        var list = await ListAsync(new HistoryFilter());
        list.Choose(new HistoryFilter(Day: new DateOnly(2020, 1, 1)));

        (await list.ReadAsync()).Value.Should().Be(0);

        list.Newest.Should().BeEmpty();
        list.Next.Should().BeNull();
    }

    /// <summary>So many orders; their ids, newest first.</summary>
    private async Task<IReadOnlyList<Guid>> PlaceAsync(int orders)
    {
        var guest = await House.SeatAsync(7);
        var placed = new List<Guid>();
        for (var i = 0; i < orders; i++)
        {
            placed.Insert(0, (await House.OrderAsync(guest, Dishes.Rice)).Id);
        }

        return placed;
    }

    private async Task<HistoryList> ListAsync(HistoryFilter filter)
    {
        var list = new HistoryList(House.Feed, House.OrderReader, House.Manager, filter);
        (await list.ReadAsync()).Refusal.Should().BeNull();
        return list;
    }

    private static async Task UntilAsync(HistoryList list, Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await list.NextAsync(patience.Token);
        }
    }
}
