using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Carts;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;

namespace TableOrder.Tests.Service;

/// <summary>Who moves, joins, leaves, comes back, calls and chooses.</summary>
internal sealed partial class ServicePlay
{
    private async Task MoveAsync(ServiceMove move)
    {
        if (Party(move) is { } party)
        {
            var to = Table(move.Other);
            var before = (await BillAsync(party.Id)).Value.Sums;
            var moved = await house.Moving.MoveAsync(house.Floor, party.Id, to.Id);
            (moved.Refusal?.Code).Should().Be(to.Seating is null || to.Seating.Id == party.Id ? null : SeatingRefusal.TableOccupied);
            (await BillAsync(party.Id)).Value.Sums.Should().Be(before);
        }
    }

    private async Task MergeAsync(ServiceMove move)
    {
        if (Party(move) is not { } from || Table(move.Other).Seating is not { } into)
        {
            return;
        }

        var (one, other) = ((await BillAsync(from.Id)).Value.Sums, (await BillAsync(into.Id)).Value.Sums);
        var merged = await house.Moving.MergeAsync(house.Floor, from.Id, into.Id);
        if (from.Id == into.Id)
        {
            merged.Refusal!.Code.Should().Be(Refusal.Invalid);
            return;
        }

        merged.Refusal.Should().BeNull();
        ledger.Merged(from.Id, into.Id);
        var both = (await BillAsync(from.Id)).Value;
        both.SeatingId.Should().Be(into.Id, "whoever names the one means the other now");
        both.Sums.Due.Minor.Should().BeInRange((one.Due + other.Due).Minor - 1, (one.Due + other.Due).Minor, "nobody owes more for sitting together");
        (await house.Moving.MergeAsync(house.Floor, from.Id, into.Id)).Value.Should().Be(into.Id);
        (await house.Moving.MergeAsync(house.Floor, into.Id, from.Id)).Refusal!.Code.Should().Be(Refusal.Invalid, "it would be a ring");
    }

    private async Task CloseAsync(ServiceMove move)
    {
        if (Party(move) is not { } party)
        {
            return;
        }

        var open = (await house.OrderReader.ListAsync(house.Manager, new OrderQuery { SeatingId = party.Id, Open = true })).Value.Items.Count > 0;
        var due = (await BillAsync(party.Id)).Value.Sums.Due > Money.Zero;
        var closed = await house.Closing.CloseAsync(
            move.Many % 3 == 2 ? house.Manager : house.Floor,
            new CloseSeating(party.Id) { Force = move.Many % 3 > 0, WriteOffReason = move.Many % 3 == 2 ? "for a test" : null }
        );
        if (move.Many % 3 == 0)
        {
            (closed.Refusal?.Code)
                .Should()
                .Be(
                    open ? SeatingRefusal.OpenOrders
                    : due ? BillRefusal.Unpaid
                    : null
                );
        }
        else if (move.Many % 3 == 1)
        {
            closed.Refusal?.Code.Should().Be(Refusal.Forbidden);
        }
        else
        {
            closed.Refusal.Should().BeNull();
            (await BillAsync(party.Id)).Value.Sums.Due.Minor.Should().BeLessThanOrEqualTo(0);
        }
    }

    private async Task ReopenAsync(ServiceMove move)
    {
        if (guests.Count > 0)
        {
            var reopened = await house.Closing.ReopenAsync(house.Floor, guests[move.What % guests.Count].SeatingId!.Value);
            reopened.Refusal?.Code.Should().BeOneOf(SeatingRefusal.Merged, SeatingRefusal.TableOccupied);
        }
    }

    private async Task CallAsync(ServiceMove move)
    {
        if (guests.Count > 0)
        {
            await house.CallDesk.CallAsync(guests[move.Table % guests.Count], new CallStaff((CallKind)(move.What % 5), "물"));
        }
    }

    private async Task ConfirmAsync(ServiceMove move)
    {
        var waiting = (await house.Calls.BoardAsync(house.Floor)).Value.Calls.Where(call => call.State == CallState.Waiting).ToList();
        if (waiting.Count > 0)
        {
            await house.CallDesk.ConfirmAsync(house.Floor, waiting[move.What % waiting.Count].Id);
        }
    }

    private async Task ChooseAsync(ServiceMove move)
    {
        if (guests.Count > 0)
        {
            await house
                .Get<CartDesk>()
                .AddAsync(guests[move.Table % guests.Count], new AddToCart(house.Dish(DishNames[move.What % DishNames.Length]).Id, [], 1));
        }
    }
}
