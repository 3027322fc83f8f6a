using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>A house without an expo; after each test a check replays what was told.</summary>
public sealed class LastBumpTests() : HouseTests(TestHouse.WithoutExpo())
{
    private Actor guest = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        guest = await House.SeatAsync(7);
    }

    public override async Task DisposeAsync()
    {
        Recount.ShouldAgree(House);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task The_last_bump_serves_and_its_one_event_tells_the_whole_way()
    {
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet, Dishes.Cola);

        (await House.StepAsync(order, Ready, "bar")).Status.Should().Be(OrderStatus.Preparing);
        House.Clock.Now += TimeSpan.FromMinutes(1);
        var served = await House.StepAsync(order, Ready, "grill");

        (served.Status, served.Version).Should().Be((OrderStatus.Served, 3));
        (await House.Statistics.TodayAsync(House.Manager)).Value.Served.Should().Be(1);
        House.Ask("SELECT sum(lines) FROM statistics_dish_speed").Should().Be(2, "nobody makes a bottle");
    }

    [Fact]
    public async Task A_course_fired_later_is_served_by_its_own_last_bump()
    {
        var order = await House.OrderCoursesAsync(guest, Dishes.Pancake, Dishes.Sorbet);
        (await House.StepAsync(order, Ready)).Statuses().Should().Equal(Served, Held);

        House.Clock.Now += TimeSpan.FromMinutes(20);
        await House.Orders.StepAsync(House.Floor, new StepOrder(order.Id, Placed));
        House.Clock.Now += TimeSpan.FromMinutes(3);
        var served = await House.StepAsync(order, Ready, "bar");

        served.Status.Should().Be(OrderStatus.Served);
        served.Lines[1].ReadyAt!.Value.Should().Be(served.Lines[1].FiredAt!.Value.AddMinutes(3));
    }

    [Fact]
    public async Task What_was_served_by_the_bump_can_be_called_back_and_bumped_again()
    {
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet);
        var served = await House.StepAsync(order, Ready);
        var offered = (await House.OrderReader.BumpedAsync(House.Kitchen, "grill")).Value.Should().ContainSingle().Which;
        offered.Stations.Should().Equal("grill");

        var recalled = await House.StepAsync(order, Preparing, "grill", served.Version);
        recalled.Statuses().Should().Equal(Preparing, Served);
        (await House.OrderReader.BumpedAsync(House.Kitchen, "grill")).Value.Should().BeEmpty();

        (await House.StepAsync(order, Ready, "grill")).Status.Should().Be(OrderStatus.Served);
    }

    [Fact]
    public async Task A_waiters_step_is_never_the_last_bump()
    {
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Cola);
        await House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, Ready) { LineId = order.Lines[0].Id });

        (await House.Orders.StepAsync(House.Floor, new StepOrder(order.Id, Ready))).Refusal!.Code.Should().Be("forbidden");

        (await House.OrderReader.GetAsync(guest, order.Id)).Value.Statuses().Should().Equal(Ready, Ready);
        (await House.Orders.StepAsync(House.Floor, new StepOrder(order.Id, Served))).Value.Status.Should().Be(OrderStatus.Served);
    }

    [Fact]
    public async Task Drinks_alone_are_served_from_the_floor()
    {
        var order = await House.OrderAsync(guest, Dishes.Cola);

        (await House.StepAsync(order, Ready)).Status.Should().Be(OrderStatus.Ready);
        (await House.Orders.StepAsync(House.Floor, new StepOrder(order.Id, Served))).Value.Status.Should().Be(OrderStatus.Served);
    }

    [Fact]
    public async Task With_somebody_at_the_pass_no_bump_serves()
    {
        await using var other = new TestHouse();
        await other.InitializeAsync();
        var order = await other.OrderAsync(await other.SeatAsync(7), Dishes.Pancake);

        (await other.StepAsync(order, Ready)).Status.Should().Be(OrderStatus.Ready);
    }
}
