using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Service;

/// <summary>A counter, where takeaway is ordered: each party has a seating of its own, and the table several at once.</summary>
public sealed class CounterTests : HouseTests
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await House.ExecuteAsync("UPDATE tables SET counter = 1 WHERE name = '7'");
    }

    [Fact]
    public async Task Each_who_scans_is_a_party_of_their_own_and_stays_it()
    {
        var first = await House.SeatAsync(7);
        House.Clock.Now += TimeSpan.FromSeconds(1);
        var second = await House.SeatAsync(7, "준호");
        var (cola, rice) = (await House.OrderAsync(first, Dishes.Cola), await House.OrderAsync(second, Dishes.Rice));

        cola.SeatingId.Should().NotBe(rice.SeatingId);
        var counter = await House.TableAsync(7);
        counter.Seatings.Select(party => party.Id).Should().Equal(cola.SeatingId, rice.SeatingId);
        counter.Seatings.Select(party => party.Sums.Due).Should().Equal(cola.Total, rice.Total);
        var again = await House.Seatings.JoinAsync(first, counter.Token, nickname: null);
        again.Value.SeatingId.Should().Be(cola.SeatingId, "who scans once more is the same party");
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Staff_opens_as_many_as_come_and_closes_them_one_by_one()
    {
        var counter = (await House.TableAsync(7)).Id;
        var (first, second) = (
            (await House.Seatings.OpenAsync(House.Floor, counter)).Value,
            (await House.Seatings.OpenAsync(House.Floor, counter)).Value
        );
        first.Should().NotBe(second);

        await House.CloseAsync(first);

        (await House.TableAsync(7)).Seatings.Should().ContainSingle(party => party.Id == second);
        (await House.Closing.ReopenAsync(House.Floor, first)).Value.Should().Be(first, "there is room");
    }

    [Fact]
    public async Task Who_only_scanned_and_went_lapses_when_the_next_one_comes()
    {
        await House.SeatAsync(7);
        House.Clock.Now += SeatingSql.LapsesAfter;

        await House.SeatAsync(7);

        House.Ask("SELECT count(*) FROM seatings WHERE closed_at IS NULL").Should().Be(1);
    }

    [Fact]
    public async Task A_party_moves_from_the_counter_to_a_table_and_back()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        await House.OrderAsync(await House.SeatAsync(7, "준호"), Dishes.Cola);

        await House.Moving.MoveAsync(House.Floor, order.SeatingId, (await House.TableAsync(9)).Id);
        (await House.TableAsync(9)).Seating!.Id.Should().Be(order.SeatingId);
        (await House.JoinAsync((await House.TableAsync(9)).Token)).Value.SeatingId.Should().Be(order.SeatingId, "a table holds one party");
        (await House.Moving.MoveAsync(House.Floor, order.SeatingId, (await House.TableAsync(7)).Id))
            .Refusal.Should()
            .BeNull("a counter is never full");

        (await House.TableAsync(7)).Seatings.Should().HaveCount(2);
        Recount.ShouldAgree(House);
    }
}
