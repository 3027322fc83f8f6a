using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Calls;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Calls;

public sealed class CallDeskTests : HouseTests
{
    [Fact]
    public async Task However_often_somebody_presses_one_waiter_comes_and_the_guest_sees_it()
    {
        var (guest, friend) = (await House.SeatAsync(7), await House.SeatAsync(7, "준호"));
        var first = (await House.CallDesk.CallAsync(guest, new CallStaff(CallKind.Water))).Value;

        var second = await House.CallDesk.CallAsync(friend, new CallStaff(CallKind.Water, "with ice"));
        second.Value.Should().BeEquivalentTo(new { Created = false, Call = new { first.Call.Id } });
        (await House.CallDesk.CallAsync(friend, new CallStaff(CallKind.Bill))).Value.Created.Should().BeTrue("it is another kind");
        House.Clock.Now += TimeSpan.FromSeconds(42);
        await House.CallDesk.ConfirmAsync(House.Floor, first.Call.Id);

        (await House.Calls.MineAsync(friend))
            .Value.Select(call => (call.Kind, call.State))
            .Should()
            .Equal((CallKind.Water, CallState.Confirmed), (CallKind.Bill, CallState.Waiting));
        (await House.CallDesk.CallAsync(guest, new CallStaff(CallKind.Water))).Value.Created.Should().BeTrue("the first was answered");
        var board = (await House.Calls.BoardAsync(House.Kitchen)).Value;
        (board.Waiting, board.Confirmed).Should().Be((2, 1));
        (await House.Statistics.GetAsync(House.Manager)).Value.Calls.Should().Be(new Core.Statistics.CallFigures(2, 1, 0, 42));
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task A_call_holds_the_table_and_is_over_when_the_party_leaves()
    {
        var guest = await House.SeatAsync(7);
        (await House.TableAsync(7)).Seating.Should().BeNull("who has only scanned does not occupy it");
        await House.CallDesk.CallAsync(guest, new CallStaff(CallKind.Help));
        (await House.TableAsync(7)).Seating!.WaitingCalls.Should().Be(1);
        House.Clock.Now += TimeSpan.FromHours(3);
        (await House.SeatAsync(7, "준호")).SeatingId.Should().Be(guest.SeatingId, "it does not lapse");

        await House.CloseAsync(guest.SeatingId!.Value);

        (await House.Calls.BoardAsync(House.Floor)).Value.Should().BeEquivalentTo(new { Waiting = 0, Confirmed = 0 });
        (await House.CallDesk.CallAsync(guest, new CallStaff(CallKind.Help))).Refusal!.Code.Should().Be(SeatingRefusal.SeatingClosed);
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task What_is_confirmed_once_is_confirmed_for_good()
    {
        var call = (await House.CallDesk.CallAsync(await House.SeatAsync(7), new CallStaff(CallKind.Other, "  baby chair  "))).Value.Call;
        call.Note.Should().Be("baby chair");
        var first = (await House.CallDesk.ConfirmAsync(House.Floor, call.Id)).Value;
        House.Clock.Now += TimeSpan.FromMinutes(1);

        (await House.CallDesk.ConfirmAsync(House.Manager, call.Id)).Value.Should().Be(first);
        (await House.CallDesk.ConfirmAsync(House.Manager, Guid.NewGuid())).Refusal!.Code.Should().Be(Refusal.NotFound);
    }

    [Theory]
    [InlineData(CallKind.Other, null)]
    [InlineData(CallKind.Other, "   ")]
    public async Task A_wish_says_what_is_wished(CallKind kind, string? note)
    {
        var guest = await House.SeatAsync(7);

        (await House.CallDesk.CallAsync(guest, new CallStaff(kind, note))).Refusal!.Errors!.Should().ContainKey("note");
        (await House.CallDesk.CallAsync(guest, new CallStaff(CallKind.Water, new string('x', 201)))).Refusal!.Errors!.Should().ContainKey("note");
        (await House.CallDesk.CallAsync(guest, new CallStaff((CallKind)99))).Refusal!.Errors!.Should().ContainKey("kind");
    }

    [Fact]
    public async Task Guests_call_and_staff_answers()
    {
        var guest = await House.SeatAsync(7);
        var call = (await House.CallDesk.CallAsync(guest, new CallStaff(CallKind.Water))).Value.Call;

        (await House.CallDesk.ConfirmAsync(guest, call.Id)).Refusal!.Code.Should().Be(Refusal.Forbidden);
        (await House.Calls.BoardAsync(guest)).Refusal!.Code.Should().Be(Refusal.Forbidden);
        (await House.CallDesk.CallAsync(House.Manager, new CallStaff(CallKind.Water))).Refusal!.Code.Should().Be(Refusal.Forbidden);
        (await House.Calls.MineAsync(Actor.Nobody)).Refusal!.Code.Should().Be(Refusal.Forbidden);
    }
}
