using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;
using TableOrder.Web.Manager;

namespace TableOrder.Tests.Manager;

public sealed class FloorStateTests
{
    private static readonly DateTimeOffset Noon = Orders.PlacedAt;
    private static readonly Guid Party = Guid.NewGuid();

    [Fact]
    public void A_table_without_a_party_is_free() => FloorState.Of(Table(seated: false), Open()).Should().Be(new FloorState(TableMood.Free, 0));

    [Fact]
    public void A_party_without_open_orders_waits_for_nothing() => FloorState.Of(Table(), Open()).Should().Be(new FloorState(TableMood.Seated, 0));

    [Theory]
    [InlineData(TableMood.Waiting, OrderStatus.Placed)]
    [InlineData(TableMood.Cooking, OrderStatus.Preparing)]
    [InlineData(TableMood.Ready, OrderStatus.Ready)]
    [InlineData(TableMood.Waiting, OrderStatus.Preparing, OrderStatus.Placed)]
    [InlineData(TableMood.Ready, OrderStatus.Placed, OrderStatus.Ready, OrderStatus.Preparing)]
    public void The_most_urgent_order_decides(TableMood expected, params OrderStatus[] statuses) =>
        FloorState.Of(Table(), Open(statuses)).Mood.Should().Be(expected);

    [Fact]
    public void The_oldest_open_order_gives_the_age() =>
        FloorState.Of(Table(), Open(OrderStatus.Ready, OrderStatus.Placed)).Since.Should().Be(Noon.ToUnixTimeMilliseconds());

    [Fact]
    public void Another_party_s_orders_do_not_count() =>
        FloorState
            .Of(Table() with { Seating = new SeatingView(Guid.NewGuid(), Noon, 2, Money.Zero, 0) }, Open(OrderStatus.Ready))
            .Mood.Should()
            .Be(TableMood.Seated);

    private static TableView Table(bool seated = true) =>
        new(Guid.NewGuid(), "7", LocalText.Same("Hall"), 4, null, seated ? new SeatingView(Party, Noon, 2, Money.Zero, 1) : null);

    private static ILookup<Guid, Order> Open(params OrderStatus[] statuses) =>
        statuses
            .Select((status, i) => Orders.Of() with { SeatingId = Party, Status = status, PlacedAt = Noon.AddMinutes(i) })
            .ToLookup(order => order.SeatingId);
}
