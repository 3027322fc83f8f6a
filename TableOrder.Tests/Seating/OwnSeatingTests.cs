using TableOrder.Core;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Seating;

public sealed class OwnSeatingTests : HouseTests
{
    [Fact]
    public async Task A_guest_reads_where_they_sit()
    {
        var guest = await House.SeatAsync(7, "민지");

        var mine = (await House.Tables.MineAsync(guest)).Value;

        (mine.SeatingId, mine.TableName, mine.Nickname).Should().Be((guest.SeatingId!.Value, "7", "민지"));
    }

    [Fact]
    public async Task Whoever_became_part_of_another_party_sits_with_it_and_both_know_of_the_table_that_joined()
    {
        var (three, five) = (await House.SeatAsync(3), await House.SeatAsync(5));
        var order = await House.OrderAsync(three, Dishes.Rice);

        (await House.Moving.MergeAsync(House.Floor, three.SeatingId!.Value, five.SeatingId!.Value)).Refusal.Should().BeNull();

        foreach (var guest in new[] { three, five })
        {
            var mine = (await House.Tables.MineAsync(guest)).Value;
            (mine.SeatingId, mine.TableName, mine.Party).Should().Be((five.SeatingId!.Value, "5", 2));
            mine.JoinedTables.Should().Equal("3");
            mine.Sums.Due.Should().Be(order.Total);
        }
    }

    [Fact]
    public async Task After_the_table_was_closed_there_is_nothing_to_read()
    {
        var guest = await House.SeatAsync(7);
        await House.CloseAsync(guest.SeatingId!.Value);

        (await House.Tables.MineAsync(guest)).Refusal!.Code.Should().Be(Refusal.NotFound);
    }

    [Fact]
    public async Task Staff_sit_nowhere() => (await House.Tables.MineAsync(House.Manager)).Refusal!.Code.Should().Be(Refusal.Forbidden);
}
