using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>Screens confirm what they hold; after each test a check agrees.</summary>
public sealed class ReceivingTests : HouseTests
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
    public async Task A_received_ticket_tells_the_moment_of_the_first_screen_that_held_it()
    {
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet);
        House.Clock.Now += TimeSpan.FromSeconds(2);
        var first = House.Clock.Now;
        (await ReceiveAsync(Of(order, "grill"))).Value.Should().Be(1);
        House.Clock.Now += TimeSpan.FromSeconds(2);
        (await ReceiveAsync(Of(order, "bar"), Of(order, "grill"))).Value.Should().Be(1);
        (await ReceiveAsync(Of(order, "bar"), Of(order, "grill"))).Value.Should().Be(0, "another screen, or the same one again");

        var read = await ReadAsync(order);

        read.Ticket("grill").ReceivedAt.Should().Be(first);
        read.Ticket("bar").ReceivedAt.Should().Be(House.Clock.Now);
        (read.ReceivedAt, read.Version).Should().Be((House.Clock.Now, 3));
        Types(order).Should().Equal("order_placed", "order_received", "order_received");
    }

    [Fact]
    public async Task Many_tickets_are_received_in_one_transaction_and_what_is_unknown_is_passed_over()
    {
        var orders = new List<Order>();
        for (var i = 0; i < 60; i++)
        {
            orders.Add(await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet));
        }

        HeldTicket[] held =
        [
            .. orders.SelectMany(order => new[] { Of(order, "grill"), Of(order, "bar"), Of(order, "nowhere") }),
            new(Guid.NewGuid(), "grill"),
        ];

        (await ReceiveAsync(held)).Value.Should().Be(60);

        House.Ask("SELECT count(*) FROM order_events WHERE event_type = 'order_received'").Should().Be(60, "one for each order, not for each ticket");
        House.Ask("SELECT count(*) FROM tickets WHERE received_at IS NULL").Should().Be(0);
        (await ReceiveAsync()).Value.Should().Be(0);
    }

    [Fact]
    public async Task A_held_course_is_received_after_its_fire()
    {
        var order = await House.OrderCoursesAsync(guest, Dishes.Pancake, Dishes.Sorbet);
        (await ReceiveAsync(Of(order, "grill"), Of(order, "bar"))).Value.Should().Be(1);
        (await ReadAsync(order)).Ticket("bar").ReceivedAt.Should().BeNull();

        House.Clock.Now += TimeSpan.FromMinutes(10);
        await House.Orders.StepAsync(House.Floor, new StepOrder(order.Id, Placed));
        (await ReceiveAsync(Of(order, "bar"))).Value.Should().Be(1);

        (await ReadAsync(order)).ReceivedAt.Should().Be(House.Clock.Now);
    }

    [Fact]
    public async Task A_guest_who_saw_the_order_before_its_receipt_may_still_take_it_back_and_the_screen_holds_the_cancelled_one()
    {
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet);
        await ReceiveAsync(Of(order, "grill"));

        var cancelled = await House.Orders.CancelAsync(guest, new CancelOrder(order.Id, null) { Version = order.Version });

        cancelled.Value.Status.Should().Be(OrderStatus.Cancelled);
        (await ReceiveAsync(Of(order, "bar"))).Value.Should().Be(1, "its struck-through lines stand on the bar's screen until somebody touches them");
        Types(order).Should().Equal("order_placed", "order_received", "order_cancelled", "order_received");
    }

    [Fact]
    public async Task Only_the_kitchen_and_the_manager_hold_tickets()
    {
        var order = await House.OrderAsync(guest, Dishes.Pancake);

        foreach (var actor in new[] { guest, House.Floor, Actor.System, Actor.Nobody })
        {
            (await House.Orders.ReceiveAsync(actor, [Of(order, "grill")])).Refusal!.Code.Should().Be("forbidden");
        }

        (await House.Orders.ReceiveAsync(House.Manager, [Of(order, "grill")])).Value.Should().Be(1);
    }

    private static HeldTicket Of(Order order, string station) => new(order.Id, station);

    private Task<Outcome<int>> ReceiveAsync(params HeldTicket[] held) => House.Orders.ReceiveAsync(House.Kitchen, held);

    private async Task<Order> ReadAsync(Order order) => (await House.OrderReader.GetAsync(guest, order.Id)).Value;

    private List<string> Types(Order order) =>
        House.Read(session =>
            session.Query("SELECT event_type FROM order_events WHERE order_id = $1 ORDER BY sequence", row => row.Text(0), order.Id)
        );
}
