using TableOrder.Core.Demo;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Seating;

/// <summary>Guests:TableOpening=Staff: what is printed on a table, and may have been photographed, seats nobody by itself.</summary>
public sealed class StaffOpensTests() : HouseTests(TestHouse.WhereStaffOpens())
{
    [Fact]
    public async Task A_printed_code_seats_nobody_and_joins_nobody()
    {
        var table = await House.TableAsync(7);
        (await RefusalAsync(table.Token)).Should().Be("table_closed");
        (await RefusalAsync(table.Token, atTablet: true)).Should().Be("table_closed", "staff has not opened it");

        await House.Seatings.OpenAsync(House.Floor, table.Id, 2);

        (await RefusalAsync(table.Token)).Should().Be("table_closed");
        House.Ask("SELECT count(*) FROM guests").Should().Be(0);
    }

    [Fact]
    public async Task The_table_s_own_tablet_joins_once_staff_has_opened_the_table_and_a_phone_by_what_it_shows()
    {
        var table = await House.TableAsync(7);
        var opened = (await House.Seatings.OpenAsync(House.Floor, table.Id, 2)).Value;

        var tablet = (await House.JoinAsync(table.Token, atTablet: true)).Value;
        var phone = (await House.JoinAsync((await House.Tables.CodeAsync(tablet, opened)).Value.Code)).Value;

        (tablet.SeatingId, phone.SeatingId).Should().Be((opened, opened));
        (await House.Seatings.JoinAsync(phone, table.Token, null)).Value.GuestId.Should().Be(phone.Id, "they sit there already");
    }

    [Fact]
    public async Task The_next_party_waits_for_the_staff_again()
    {
        var table = await House.TableAsync(7);
        var first = (await House.Seatings.OpenAsync(House.Floor, table.Id)).Value;
        (await House.Tables.FreeTableAsync(Core.Access.Actor.Nobody, table.Token)).Value.Should().Be(new FreeTable("7", MayBegin: true));

        await House.CloseAsync(first);

        (await House.Tables.FreeTableAsync(Core.Access.Actor.Nobody, table.Token)).Value.Should().Be(new FreeTable("7", MayBegin: false));
        (await RefusalAsync(table.Token, atTablet: true)).Should().Be("table_closed");
    }

    [Fact]
    public async Task Simulated_waiters_open_the_tables_for_simulated_guests()
    {
        var simulated = new SimulatedHouse(
            House.Orders,
            House.OrderReader,
            House.Seatings,
            House.Closing,
            House.Payments,
            House.Bills,
            House.Tables,
            House.MenuReader,
            new Random(7)
        );

        (await simulated.SeatAsync()).Should().BeTrue();
        (await simulated.OrderAsync()).Should().NotBeNull();
    }

    private async Task<string?> RefusalAsync(string? token, bool atTablet = false) =>
        (await House.JoinAsync(token, atTablet: atTablet)).Refusal?.Code;
}
