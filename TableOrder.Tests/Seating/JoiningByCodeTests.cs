using TableOrder.Core.Access;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Seating;

/// <summary>The code that the table's screen shows.</summary>
public sealed class JoiningByCodeTests : HouseTests
{
    [Fact]
    public async Task Whoever_has_the_code_of_the_moment_sits_with_those_who_show_it()
    {
        var tablet = await House.SeatAsync(7);

        var phone = (await House.JoinAsync(await CodeAsync(tablet), "준호")).Value;

        (phone.SeatingId, phone.Name).Should().Be((tablet.SeatingId, "준호"));
        (await House.Tables.MineAsync(phone)).Value.Number.Should().Be(2);
    }

    [Fact]
    public async Task The_code_before_the_current_one_still_counts_and_older_ones_have_expired()
    {
        var code = await CodeAsync(await House.SeatAsync(7));

        House.Clock.Now += JoinCode.Window;
        (await House.JoinAsync(code)).Refusal.Should().BeNull();

        House.Clock.Now += JoinCode.Window;
        (await CodeOfRefusalAsync(code)).Should().Be("code_expired");
        House.Ask("SELECT count(*) FROM guests").Should().Be(2);
    }

    [Fact]
    public async Task Whoever_is_at_the_table_stays_who_they_are_however_old_the_code()
    {
        var guest = await House.SeatAsync(7);
        var code = await CodeAsync(guest);
        House.Clock.Now += TimeSpan.FromHours(1);

        (await House.Seatings.JoinAsync(guest, code, "other")).Value.GuestId.Should().Be(guest.Id);
    }

    [Fact]
    public async Task The_code_of_a_party_that_has_left_says_so()
    {
        var guest = await House.SeatAsync(7);
        var code = await CodeAsync(guest);
        await House.CloseAsync(guest.SeatingId!.Value);
        await House.SeatAsync(7);

        (await CodeOfRefusalAsync(code)).Should().Be("seating_closed");
    }

    [Fact]
    public async Task A_code_of_no_seating_is_unknown_and_a_made_up_one_never_counts()
    {
        var guest = await House.SeatAsync(7);

        (await CodeOfRefusalAsync(JoinCode.Make(Guid.NewGuid(), "x", House.Clock.Now))).Should().Be("unknown_table");
        (await CodeOfRefusalAsync(JoinCode.Make(guest.SeatingId!.Value, "x", House.Clock.Now))).Should().Be("code_expired");
    }

    [Fact]
    public async Task The_code_is_shown_to_the_seating_s_own_guests_and_to_waiters_and_managers()
    {
        var (mine, other) = (await House.SeatAsync(7), await House.SeatAsync(8));

        foreach (var may in new[] { mine, House.Floor, House.Manager })
        {
            var shown = (await House.Tables.CodeAsync(may, mine.SeatingId!.Value)).Value;
            shown.TableName.Should().Be("7");
            shown.NextAt.Should().BeAfter(House.Clock.Now).And.BeOnOrBefore(House.Clock.Now + JoinCode.Window);
        }

        (await RefusalAsync(other)).Should().Be("not_found");
        (await RefusalAsync(House.Kitchen)).Should().Be("forbidden");
        await House.CloseAsync(mine.SeatingId!.Value);
        (await RefusalAsync(House.Floor)).Should().Be("seating_closed");

        async Task<string> RefusalAsync(Actor actor) => (await House.Tables.CodeAsync(actor, mine.SeatingId!.Value)).Refusal!.Code;
    }

    private async Task<string> CodeAsync(Actor guest) => (await House.Tables.CodeAsync(guest, guest.SeatingId!.Value)).Value.Code;

    private async Task<string?> CodeOfRefusalAsync(string code) => (await House.JoinAsync(code)).Refusal?.Code;
}
