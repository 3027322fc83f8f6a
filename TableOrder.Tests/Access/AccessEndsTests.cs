using TableOrder.Core.Access;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Access;

public sealed class AccessEndsTests : HouseTests
{
    [Fact]
    public async Task A_guest_is_one_until_the_seating_closes()
    {
        var guest = await House.SeatAsync(7, "민지");
        (await House.AccessReader.CurrentAsync(guest with { Name = "old" })).Value.Name.Should().Be("민지");

        await House.CloseAsync(guest.SeatingId!.Value);

        (await CodeAsync(guest)).Should().Be("seating_closed");
    }

    [Fact]
    public async Task A_guest_of_a_closed_seating_is_none_of_the_next_partys()
    {
        var guest = await House.SeatAsync(7);
        await House.CloseAsync(guest.SeatingId!.Value);
        var next = await House.SeatAsync(7);

        (await CodeAsync(guest)).Should().Be("seating_closed");
        (await CodeAsync(guest with { SeatingId = next.SeatingId })).Should().Be("seating_closed");
        (await CodeAsync(next)).Should().BeNull();
    }

    [Theory]
    [InlineData("UPDATE staff SET disabled_at = 1")]
    [InlineData("DELETE FROM staff_sessions")]
    public async Task Staff_are_signed_out_when_their_account_or_sign_in_ends(string change)
    {
        (await CodeAsync(House.Manager)).Should().BeNull();

        await House.ExecuteAsync(change);

        (await CodeAsync(House.Manager)).Should().Be("signed_out");
    }

    [Fact]
    public async Task Signing_out_ends_that_sign_in_and_no_other()
    {
        var other = (await House.AccessDesk.TakeRoleAsync(Actor.System, Role.Manager, "phone")).Value;

        await House.AccessDesk.SignOutAsync(House.Manager);

        (await CodeAsync(House.Manager)).Should().Be("signed_out");
        (await CodeAsync(other)).Should().BeNull();
    }

    [Fact]
    public async Task Whoever_made_themselves_up_is_signed_out()
    {
        (await CodeAsync(House.Manager with { SessionId = null })).Should().Be("signed_out");
        (await CodeAsync(House.Manager with { Id = Guid.NewGuid() })).Should().Be("signed_out");
        (await CodeAsync(Actor.Nobody)).Should().Be("signed_out");
        (await CodeAsync(Actor.System)).Should().BeNull();
    }

    private async Task<string?> CodeAsync(Actor actor) => (await House.AccessReader.CurrentAsync(actor)).Refusal?.Code;
}
