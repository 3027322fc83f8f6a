using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Service;

/// <summary>What guests send, and what the kitchen and the manager do with it.</summary>
internal sealed partial class ServicePlay
{
    private async Task SitAsync(ServiceMove move)
    {
        if ((await house.JoinAsync(Table(move.Table).Token, $"{guests.Count}")).Succeeded(out var guest, out _))
        {
            guests.Add(guest);
        }
    }

    private async Task OrderAsync(ServiceMove move)
    {
        if (guests.Count == 0)
        {
            await SitAsync(move);
        }

        var guest = guests[move.Table % guests.Count];
        var lines = Enumerable
            .Range(0, (move.What % 3) + 1)
            .Select(i => house.Line(DishNames[(move.Other + i) % DishNames.Length], (move.Many % 4) + 1));
        var place = TestHouse.Cart([.. lines]);
        var placed = await house.Orders.PlaceAsync(guest, place);
        var isThere = (await house.AccessReader.CurrentAsync(guest)).Refusal is null;
        (placed.Refusal is null).Should().Be(isThere, "whoever is there may order, and nobody else");
        if (isThere)
        {
            sent.Add((guest, place, placed.Value.Order.Id));
        }
    }

    /// <summary>The answer was lost, and it is sent once more: by whoever sent it, wherever they sit now and whatever has happened since.</summary>
    private async Task AgainAsync(ServiceMove move)
    {
        if (sent.Count > 0)
        {
            var (by, place, order) = sent[move.What % sent.Count];
            var actor = (await house.AccessReader.CurrentAsync(by)).Succeeded(out var now, out _) && move.Many % 2 == 0 ? now : by;
            var again = await house.Orders.PlaceAsync(actor, place);
            again.Refusal.Should().BeNull();
            again.Value.Should().BeEquivalentTo(new { Created = false, Order = new { Id = order } });
        }
    }

    private async Task VoidLineAsync(ServiceMove move)
    {
        if (await OrderOfAsync(move) is { } order)
        {
            var line = order.Lines[move.What % order.Lines.Count];
            var quantity = line.Quantity == 0 ? 0 : (move.Many % line.Quantity) + 1;
            CancelLine[] lines = quantity == 0 ? [] : [new CancelLine(line.Id, quantity)];
            await house.Orders.CancelAsync(house.Manager, new CancelOrder(order.Id, "for a test") { Lines = lines });
        }
    }

    private async Task CookAsync(ServiceMove move)
    {
        if (await OrderOfAsync(move) is { } order)
        {
            await house.Orders.StepAsync(house.Manager, new StepOrder(order.Id, (LineStatus)((move.Many % 3) + 2)));
        }
    }
}
