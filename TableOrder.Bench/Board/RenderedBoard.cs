using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using TableOrder.Bench.Harness;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Web.Kitchen;

namespace TableOrder.Bench.Board;

/// <summary>The kitchen's real board in a renderer, with real orders. Times what one change costs from handing it over to the finished batches.</summary>
internal sealed class RenderedBoard
{
    /// <summary>A change that renders more than its ticket is not the product's.</summary>
    private const int Ticket = 1;

    private readonly BoardRenderer renderer;
    private readonly Dictionary<Guid, Order> orders;
    private readonly List<Guid> line;
    private readonly TicketRail rail;
    private readonly TicketBoard board;
    private readonly int root;
    private readonly ParameterView parameters;
    private int turn;

    /// <param name="renderer">A renderer of its own.</param>
    /// <param name="view">What the screen looks at.</param>
    /// <param name="shown">What stands on it.</param>
    public RenderedBoard(BoardRenderer renderer, KitchenView view, IReadOnlyList<Order> shown)
    {
        this.renderer = renderer;
        orders = shown.ToDictionary(order => order.Id);
        rail = new TicketRail(view, code => code);
        rail.TakeAll(orders);
        line = [.. rail.Pages[0].Select(part => part.OrderId).Distinct()];
        parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(TicketBoard.View)] = view,
                [nameof(TicketBoard.Rail)] = rail,
                [nameof(TicketBoard.Send)] = (Func<StepOrder, Task<Outcome<Order>>>)(_ => throw new NotSupportedException("Nobody taps here.")),
            }
        );
        (board, root) = renderer.Add<TicketBoard>();
    }

    /// <summary>Renders the board for the first time; gives how long that took, in milliseconds.</summary>
    public Task<double> FirstAsync() =>
        renderer.Dispatcher.InvokeAsync(async () =>
        {
            var begun = Stopwatch.GetTimestamp();
            await renderer.RenderAsync(root, parameters);
            return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        });

    /// <summary>Ticks lines and takes them back, ticket after ticket of the page that is looked at; gives a percentile of a change's microseconds.</summary>
    public Task<Slice> TickAsync(TimeSpan slice, double percentile) =>
        renderer.Dispatcher.InvokeAsync(() =>
        {
            var (start, samples) = (Stopwatch.GetTimestamp(), new List<double>());
            do
            {
                var before = orders[line[turn++ % line.Count]];
                var ready = After(before, LineStatus.Ready);
                samples.Add(Show(ready));
                samples.Add(Show(After(ready, LineStatus.Preparing)));
            } while (Stopwatch.GetElapsedTime(start) < slice);

            return Slice.Percentile([.. samples], percentile);
        });

    /// <summary>The oldest ticket goes and comes back; gives the mean microseconds of one of these changes.</summary>
    public Task<Slice> ComeAndGoAsync(TimeSpan slice) =>
        renderer.Dispatcher.InvokeAsync(() =>
        {
            var (start, took, count) = (Stopwatch.GetTimestamp(), TimeSpan.Zero, 0L);
            var oldest = orders[line[0]];
            do
            {
                orders.Remove(oldest.Id);
                took += Move(oldest.Id);
                orders[oldest.Id] = oldest;
                took += Move(oldest.Id);
                count += 2;
            } while (Stopwatch.GetElapsedTime(start) < slice);

            return new Slice(took.TotalMicroseconds / count, count);
        });

    private static Order After(Order order, LineStatus to) =>
        StepRule
            .Decide(order, new StepOrder(order.Id, to) { LineId = order.Lines[0].Id, Version = order.Version }, TimeProvider.System.GetUtcNow())
            .Value.After;

    private double Show(Order newer)
    {
        orders[newer.Id] = newer;
        var rendered = renderer.Rendered;
        var took = Move(newer.Id).TotalMicroseconds;
        return renderer.Rendered == rendered + Ticket
            ? took
            : throw new InvalidOperationException($"A tick rendered {renderer.Rendered - rendered} components instead of its ticket.");
    }

    private TimeSpan Move(Guid changed)
    {
        var begun = Stopwatch.GetTimestamp();
        rail.Take(changed, orders.GetValueOrDefault(changed));
        board.Show([changed]);
        return Stopwatch.GetElapsedTime(begun);
    }
}
