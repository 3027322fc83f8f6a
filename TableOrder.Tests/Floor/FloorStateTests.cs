using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;
using TableOrder.Web.Floor;

namespace TableOrder.Tests.Floor;

public sealed class FloorStateTests
{
    private static readonly DateTimeOffset Noon = Orders.PlacedAt;
    private static readonly Guid Party = Guid.NewGuid();

    [Fact]
    public void A_table_without_a_party_is_free() => FloorState.Of(Table(null), Open()).Should().Be(new FloorState(TableMood.Free, 0));

    [Fact]
    public void A_party_without_open_orders_waits_for_nothing() =>
        FloorState.Of(Table(Party), Open()).Should().Be(new FloorState(TableMood.Seated, 0));

    [Theory]
    [InlineData(TableMood.Waiting, OrderStatus.Placed)]
    [InlineData(TableMood.Cooking, OrderStatus.Preparing)]
    [InlineData(TableMood.Ready, OrderStatus.Ready)]
    [InlineData(TableMood.Waiting, OrderStatus.Preparing, OrderStatus.Placed)]
    [InlineData(TableMood.Ready, OrderStatus.Placed, OrderStatus.Ready, OrderStatus.Preparing)]
    public void The_most_urgent_order_decides(TableMood expected, params OrderStatus[] statuses) =>
        FloorState.Of(Table(Party), Open(statuses)).Mood.Should().Be(expected);

    [Fact]
    public void The_oldest_open_order_gives_the_age() =>
        FloorState.Of(Table(Party), Open(OrderStatus.Ready, OrderStatus.Placed)).Since.Should().Be(Noon.ToUnixTimeMilliseconds());

    [Fact]
    public void Another_party_s_orders_do_not_count() =>
        FloorState.Of(Table(Guid.NewGuid()), Open(OrderStatus.Ready)).Mood.Should().Be(TableMood.Seated);

    [Fact]
    public void A_counter_s_state_is_the_most_urgent_of_all_its_parties_and_each_has_its_own()
    {
        var other = new SeatingView(Guid.NewGuid(), Noon, 1, Money.Zero, 0);
        var counter = Table(Party) with { IsCounter = true };
        counter = counter with { Seatings = [other, counter.Seating!] };

        FloorState.Of(counter, Open(OrderStatus.Ready)).Mood.Should().Be(TableMood.Ready);
        FloorState.Of(other, Open(OrderStatus.Ready)).Mood.Should().Be(TableMood.Seated);
    }

    private static TableView Table(Guid? party) =>
        new(Guid.NewGuid(), "7", LocalText.Same("Hall"), 4, null, party is { } id ? new SeatingView(id, Noon, 2, Money.Zero, 1) : null);

    private static ILookup<Guid, Order> Open(params OrderStatus[] statuses) =>
        statuses
            .Select((status, i) => Orders.Of() with { SeatingId = Party, Status = status, PlacedAt = Noon.AddMinutes(i) })
            .ToLookup(order => order.SeatingId);
}
