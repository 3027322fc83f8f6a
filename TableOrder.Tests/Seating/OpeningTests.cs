using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Seating;

/// <summary>Staff opens a table.</summary>
public sealed class OpeningTests : HouseTests
{
    [Fact]
    public async Task A_table_that_staff_opened_is_taken_though_nobody_has_joined_yet()
    {
        var opened = await OpenAsync(4);

        (await House.TableAsync(7))
            .Seating.Should()
            .BeEquivalentTo(
                new
                {
                    Id = opened,
                    Party = 4,
                    Rounds = 0,
                }
            );
        (await House.SeatAsync(7)).SeatingId.Should().Be(opened);
    }

    [Fact]
    public async Task Opening_again_changes_nothing_but_how_many_there_are_and_never_to_fewer_than_have_joined()
    {
        var opened = await OpenAsync(4);
        (await OpenAsync(null)).Should().Be(opened);
        (await House.TableAsync(7)).Seating!.Party.Should().Be(4);
        await House.SeatAsync(7);
        await House.SeatAsync(7);
        (await House.TableAsync(7)).Seating!.Party.Should().Be(4, "two of the four have joined");

        (await OpenAsync(1)).Should().Be(opened);
        (await House.TableAsync(7)).Seating!.Party.Should().Be(4);
        (await OpenAsync(3)).Should().Be(opened);
        (await House.TableAsync(7)).Seating!.Party.Should().Be(3);
        await House.SeatAsync(7);
        await House.SeatAsync(7);
        (await House.TableAsync(7)).Seating!.Party.Should().Be(4, "more have joined than staff knew of");
    }

    [Fact]
    public async Task A_party_that_only_scanned_keeps_its_seating_and_occupies_its_table_from_then_on()
    {
        var guest = await House.SeatAsync(7);
        (await House.TableAsync(7)).Seating.Should().BeNull();

        (await OpenAsync(2)).Should().Be(guest.SeatingId!.Value);

        (await House.TableAsync(7)).Seating!.Id.Should().Be(guest.SeatingId!.Value);
    }

    [Fact]
    public async Task What_cannot_be_opened_is_refused()
    {
        var table = (await House.TableAsync(7)).Id;
        (await House.Seatings.OpenAsync(House.Floor, Guid.NewGuid())).Refusal!.Code.Should().Be("not_found");
        (await House.Seatings.OpenAsync(House.Kitchen, table)).Refusal!.Code.Should().Be("forbidden");
        foreach (var party in new[] { 0, -1, 100 })
        {
            (await House.Seatings.OpenAsync(House.Floor, table, party)).Refusal!.Errors.Should().ContainKey("party");
        }

        await House.ExecuteAsync("UPDATE tables SET closed = 1 WHERE name = '7'");
        (await House.Seatings.OpenAsync(House.Floor, table)).Refusal!.Code.Should().Be(SeatingRefusal.TableClosed);
    }

    [Fact]
    public async Task Waiters_and_managers_see_all_that_is_known_of_a_seating_also_of_one_that_has_ended()
    {
        IReadOnlyList<string> egg = ["egg"];
        var opened = await OpenAsync(4);
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Cola);
        await House.ExecuteAsync("""UPDATE seatings SET allergies = '["egg"]'""");

        (await House.Tables.GetAsync(House.Floor, opened))
            .Value.Should()
            .BeEquivalentTo(
                new
                {
                    Id = opened,
                    TableName = "7",
                    OpenedAt = House.Clock.Now,
                    ClosedAt = (DateTimeOffset?)null,
                    Party = 4,
                    order.Total,
                    Rounds = 1,
                    Allergies = egg,
                }
            );
        await House.CloseAsync(opened, force: true);
        (await House.Tables.GetAsync(House.Manager, opened)).Value.ClosedAt.Should().Be(House.Clock.Now);
        (await House.Tables.GetAsync(House.Manager, Guid.NewGuid())).Refusal!.Code.Should().Be("not_found");
        (await House.Tables.GetAsync(guest, opened)).Refusal!.Code.Should().Be("forbidden");
    }

    private async Task<Guid> OpenAsync(int? party) => (await House.Seatings.OpenAsync(House.Floor, (await House.TableAsync(7)).Id, party)).Value;
}
