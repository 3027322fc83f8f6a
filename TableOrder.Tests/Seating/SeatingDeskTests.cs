using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Seating;

public sealed class SeatingDeskTests : HouseTests
{
    [Fact]
    public async Task The_first_guest_opens_the_seating_and_the_next_ones_join_it()
    {
        var first = await House.SeatAsync(7, "민지");
        var second = await House.SeatAsync(7, "준호");

        second.SeatingId.Should().Be(first.SeatingId!.Value);
        second.Id.Should().NotBe(first.Id);
        await House.OrderAsync(first, Dishes.Cola);
        (await House.TableAsync(House.Floor, 7)).Seating!.Party.Should().Be(2);
        (await House.TableAsync(House.Floor, 8)).Seating.Should().BeNull();
    }

    [Fact]
    public async Task Guests_who_scan_at_once_sit_together()
    {
        var guests = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => House.SeatAsync(7, $"{i}"))));

        guests.Select(guest => guest.SeatingId).Distinct().Should().ContainSingle();
        House.Ask("SELECT count(*) FROM seatings").Should().Be(1);
        House.Ask("SELECT party FROM seatings").Should().Be(10);
    }

    [Fact]
    public async Task A_guest_who_scans_again_stays_who_they_are()
    {
        var guest = await House.SeatAsync(7);

        var again = (await House.Seatings.JoinAsync(guest, (await House.TableAsync(House.Manager, 7)).Token, "other")).Value;

        (again.GuestId, again.SeatingId, again.Nickname).Should().Be((guest.Id, guest.SeatingId!.Value, "민지"));
        House.Ask("SELECT count(*) FROM guests").Should().Be(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1; -- 678901234")]
    public async Task A_token_that_names_no_table_is_unknown(string? token)
    {
        (await House.Seatings.JoinAsync(Actor.Nobody, token, null)).Refusal!.Code.Should().Be("unknown_table");
        House.Ask("SELECT count(*) FROM seatings").Should().Be(0);
    }

    [Fact]
    public async Task A_table_out_of_use_seats_nobody()
    {
        await House.ExecuteAsync("UPDATE tables SET closed = 1 WHERE name = '7'");

        (await House.Seatings.JoinAsync(Actor.Nobody, (await House.TableAsync(House.Manager, 7)).Token, null))
            .Refusal!.Code.Should()
            .Be("table_closed");
    }

    [Theory]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("123456789012345678901", null)]
    [InlineData("  민지  ", "민지")]
    [InlineData("a\u0007b", "ab")]
    [InlineData("\u202Eevil\u2066", "evil")]
    [InlineData(null, "")]
    public async Task A_nickname_has_at_most_20_characters_and_none_that_disturb_a_screen(string? nickname, string? expected)
    {
        var joined = await House.Seatings.JoinAsync(Actor.Nobody, (await House.TableAsync(House.Manager, 7)).Token, nickname);

        (joined.Refusal is null ? joined.Value.Nickname : null).Should().Be(expected);
    }

    [Fact]
    public async Task The_seatings_sum_follows_its_orders()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Rice);
        await House.OrderAsync(guest, Dishes.Cola);
        (await House.TableAsync(House.Floor, 7)).Seating.Should().BeEquivalentTo(new { Total = new Money(23_000), Rounds = 2 });

        await House.Orders.CancelAsync(House.Floor, new CancelOrder(order.Id, "x") { Lines = [new CancelLine(order.Lines[0].Id)] });

        (await House.TableAsync(House.Floor, 7)).Seating!.Total.Should().Be(new Money(4_000));
    }

    [Fact]
    public async Task Only_the_manager_sees_the_secret_of_a_tables_code()
    {
        (await House.TableAsync(House.Manager, 7)).Token.Should().HaveLength(22);
        (await House.TableAsync(House.Floor, 7)).Token.Should().BeNull();
        (await House.TableAsync(House.Kitchen, 7)).Token.Should().BeNull();
    }
}
