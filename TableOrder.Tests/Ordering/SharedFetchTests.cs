using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>Screens that start hold the same orders in memory as those that look already, each as its list says.</summary>
public sealed class SharedFetchTests : HouseTests
{
    private readonly SharedReads shared = new(_ => throw new InvalidOperationException("A list is no question about one order"));
    private Actor guest = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        guest = await House.SeatAsync(7);
    }

    [Fact]
    public async Task All_screens_hold_the_same_orders_and_not_a_copy_each()
    {
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet);
        await House.OrderAsync(guest, Dishes.Sorbet);

        var grill = (await House.OrderReader.KitchenAsync(House.Kitchen, "grill")).Value.Items;
        var all = (await House.OrderReader.KitchenAsync(House.Kitchen, null)).Value.Items;
        var pass = (await House.OrderReader.ExpoAsync(House.Kitchen)).Value.Items;
        var live = (await House.OrderReader.GetAsync(guest, order.Id, atLeast: 1)).Value;

        all.Select(one => one.Number).Should().Equal(1, 2);
        pass.Should().Equal(all, ReferenceEquals);
        grill.Should().ContainSingle().Which.Should().BeSameAs(all[0]).And.BeSameAs(live);
    }

    [Fact]
    public async Task What_is_kept_in_an_older_version_than_the_list_says_is_read_again()
    {
        var order = await House.OrderAsync(guest, Dishes.Pancake);
        var before = Fetch().Single();
        await House.StepAsync(order, Preparing);

        var after = Fetch().Single();

        (before.Version, after.Version).Should().Be((1, 2));
        Fetch().Single().Should().BeSameAs(after);
    }

    [Fact]
    public async Task A_list_that_was_read_before_a_change_gets_the_order_as_it_was_and_spoils_nothing()
    {
        var order = await House.OrderAsync(guest, Dishes.Pancake);
        await House.OrderAsync(guest, Dishes.Sorbet);
        Order? newest = null;

        var found = House.Read(session =>
        {
            var list = OrderListSql.OpenVersions(session);
            House.StepAsync(order, Preparing).GetAwaiter().GetResult();
            newest = Fetch()[0];
            return shared.Fetch(session, list);
        });

        found.Select(one => one.Version).Should().Equal(1, 1);
        newest!.Version.Should().Be(2);
        Fetch()[0].Should().BeSameAs(newest);
    }

    [Fact]
    public async Task A_list_comes_in_its_order_whatever_was_kept_of_it()
    {
        for (var i = 0; i < 5; i++)
        {
            await House.OrderAsync(guest, Dishes.Pancake);
        }

        var list = House.Read(OrderListSql.OpenVersions);
        House.Read(session => shared.Fetch(session, [list[3], list[1]])).Select(order => order.Number).Should().Equal(4, 2);

        Fetch().Select(order => order.Number).Should().Equal(1, 2, 3, 4, 5);
        House.Read(session => shared.Fetch(session, [])).Should().BeEmpty();
    }

    [Fact]
    public async Task A_damaged_order_without_lines_does_not_take_the_others_off_the_screen()
    {
        var first = await House.OrderAsync(guest, Dishes.Pancake);
        await House.OrderAsync(guest, Dishes.Pancake);
        await House.ExecuteAsync("DELETE FROM order_lines WHERE order_id = $1", first.Id);

        (await House.OrderReader.ExpoAsync(House.Kitchen)).Value.Items.Select(order => order.Number).Should().Equal(2);
    }

    private List<Order> Fetch() => House.Read(session => shared.Fetch(session, OrderListSql.OpenVersions(session)));
}
