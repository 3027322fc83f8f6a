using System.Diagnostics;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;

namespace TableOrder.Bench.Viewers;

/// <summary>Makes planned changes at a steady pace, one after the other, so that each commit belongs to one of them.</summary>
internal sealed class Publisher(OrderDesk desk, Actor actor)
{
    private Change? current;

    /// <summary>The writer committed, just now.</summary>
    public void Committed(long timestamp) => current?.Commit(timestamp);

    public async Task PublishAsync(IReadOnlyList<Change> planned, int perSecond)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < planned.Count; i++)
        {
            var intended = TimeSpan.FromSeconds((double)i / perSecond);
            if (intended - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            current = planned[i];
            var stepped = await desk.StepAsync(actor, planned[i].Step);
            if (stepped.Value.Version != planned[i].Version)
            {
                throw new InvalidOperationException("A planned change did not change the order.");
            }
        }

        current = null;
    }
}
