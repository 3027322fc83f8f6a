using TableOrder.Bench.Board;
using TableOrder.Core.Stations;

namespace TableOrder.Bench.Kitchen;

/// <summary>A ticket on a screen that is changed again and again: a line is ticked, then taken back, so that it stays where it is.</summary>
internal sealed class ShownOrder(BoardHouse house, KitchenScreen screen, BoardOrder order)
{
    private int? ticked;
    private Task<ShownChange>? last;

    /// <summary>Makes the next change, after the last one was painted.</summary>
    public Task<ShownChange> ChangeAsync() => last = AfterAsync(last);

    private async Task<ShownChange> AfterAsync(Task<ShownChange>? before)
    {
        await (before ?? Task.CompletedTask);
        var painting = screen.NextAsync(order.Id);
        var sent = Milliseconds.Now;
        if (ticked is { } version)
        {
            await house.TakeBackAsync(order, version);
            ticked = null;
        }
        else
        {
            ticked = await house.TickAsync(order);
        }

        var answered = Milliseconds.Now;
        return new ShownChange(sent, answered, await painting);
    }
}

/// <summary>One change of a ticket, in milliseconds since 1970.</summary>
/// <param name="Sent">When its request was sent.</param>
/// <param name="Answered">When the answer was here.</param>
/// <param name="Painted">What the page told, on its own clock.</param>
internal sealed record ShownChange(double Sent, double Answered, Painted Painted);
