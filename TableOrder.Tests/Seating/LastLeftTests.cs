using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Seating;

/// <summary>The party that left a table last: the one that might come back.</summary>
public sealed class LastLeftTests : HouseTests
{
    [Fact]
    public async Task It_is_the_last_party_of_that_table_that_ordered_something()
    {
        await LeaveAsync(await House.SeatAsync(7));
        House.Clock.Now += TimeSpan.FromMinutes(5);
        var last = await LeaveAsync(await House.SeatAsync(7));
        House.Clock.Now += TimeSpan.FromMinutes(5);
        await LeaveAsync(await House.SeatAsync(8));
        await House.CloseAsync((await House.SeatAsync(7)).SeatingId!.Value);

        (await LastAsync()).Value.Id.Should().Be(last);
    }

    [Fact]
    public async Task Nobody_comes_back_after_a_day_nor_out_of_a_party_that_they_joined()
    {
        (await LastAsync()).Refusal!.Code.Should().Be(Refusal.NotFound);
        var (guest, other) = (await House.SeatAsync(7), await House.SeatAsync(8));
        await House.OrderAsync(guest, Dishes.Cola);
        await House.Moving.MergeAsync(House.Floor, guest.SeatingId!.Value, other.SeatingId!.Value);
        (await LastAsync()).Refusal!.Code.Should().Be(Refusal.NotFound);

        await LeaveAsync(await House.SeatAsync(7));
        House.Clock.Now += TimeSpan.FromHours(19);
        (await LastAsync()).Refusal!.Code.Should().Be(Refusal.NotFound);
    }

    private async Task<Outcome<Core.Seating.SeatingDetail>> LastAsync() =>
        await House.Tables.LastLeftAsync(House.Floor, (await House.TableAsync(7)).Id);

    private async Task<Guid> LeaveAsync(Actor guest)
    {
        await House.OrderAsync(guest, Dishes.Cola);
        (await House.CloseAsync(guest.SeatingId!.Value, force: true)).Refusal.Should().BeNull();
        return guest.SeatingId.Value;
    }
}
