using TableOrder.Core.Access;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Seating;

/// <summary>A scan alone holds no table: who chose and ordered nothing does not occupy it, and is over after an hour and a half.</summary>
public sealed class LapsedSeatingTests : HouseTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(90);
    private static readonly TimeSpan Short = Long - TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task Who_has_only_scanned_does_not_occupy_the_table()
    {
        var guest = await House.SeatAsync(7);
        (await House.TableAsync(7)).Should().BeEquivalentTo(new { Seating = (SeatingView?)null, HasGuests = true });
        (await House.TableAsync(8)).HasGuests.Should().BeFalse();

        await House.OrderAsync(guest, Dishes.Cola);

        (await House.TableAsync(7)).Seating!.Id.Should().Be(guest.SeatingId!.Value);
    }

    [Fact]
    public async Task Who_has_chosen_something_occupies_the_table()
    {
        var guest = await House.SeatAsync(7);
        await ChooseAsync(guest);

        (await House.TableAsync(7)).Seating!.Id.Should().Be(guest.SeatingId!.Value);
    }

    [Fact]
    public async Task After_an_hour_and_a_half_without_anything_the_next_party_begins_its_own()
    {
        var first = await House.SeatAsync(7);
        House.Clock.Now += Short;
        var friend = await House.SeatAsync(7);
        friend.SeatingId.Should().Be(first.SeatingId);
        House.Clock.Now += Short;
        var late = await House.SeatAsync(7);
        late.SeatingId.Should().Be(first.SeatingId, "a friend has joined since");
        House.Clock.Now += Long;

        var next = await House.SeatAsync(7);

        next.SeatingId.Should().NotBe(first.SeatingId!.Value);
        (await House.Tables.MineAsync(first)).Refusal!.Code.Should().Be("not_found");
        (await House.AccessReader.CurrentAsync(late)).Refusal!.Code.Should().Be("seating_closed");
        (await House.Tables.MineAsync(next)).Value.Number.Should().Be(1);
    }

    [Fact]
    public async Task Who_still_sits_there_goes_on_however_long_they_think()
    {
        var guest = await House.SeatAsync(7);
        House.Clock.Now += Long;

        (await House.Seatings.JoinAsync(guest, (await House.TableAsync(7)).Token, null)).Value.GuestId.Should().Be(guest.Id);
    }

    [Theory]
    [InlineData("ordered")]
    [InlineData("chosen")]
    [InlineData("opened")]
    public async Task What_holds_a_table_never_lapses(string by)
    {
        var guest = await House.SeatAsync(7);
        switch (by)
        {
            case "ordered":
                await House.OrderAsync(guest, Dishes.Cola);
                break;
            case "chosen":
                await ChooseAsync(guest);
                break;
            default:
                await House.Seatings.OpenAsync(House.Floor, (await House.TableAsync(7)).Id);
                break;
        }

        House.Clock.Now += Long;

        (await House.SeatAsync(7)).SeatingId.Should().Be(guest.SeatingId);
    }

    [Fact]
    public async Task Staff_who_opens_a_table_after_so_long_opens_it_for_a_new_party()
    {
        var guest = await House.SeatAsync(7);
        House.Clock.Now += Long;

        (await House.Seatings.OpenAsync(House.Floor, (await House.TableAsync(7)).Id, 2)).Value.Should().NotBe(guest.SeatingId!.Value);
    }

    /// <summary>A line in the cart that the table shares.</summary>
    private async Task ChooseAsync(Actor guest)
    {
        await House.ExecuteAsync("INSERT INTO carts (seating_id, request_id, version) VALUES ($1, $2, 1)", guest.SeatingId, Guid.NewGuid());
        await House.ExecuteAsync(
            "INSERT INTO cart_lines (id, seating_id, kind, menu_item_id, name, options, seen_price) VALUES ($1, $2, 'x', $3, '{}', '[]', 0)",
            Guid.NewGuid(),
            guest.SeatingId,
            House.Dish(Dishes.Cola).Id
        );
    }
}
