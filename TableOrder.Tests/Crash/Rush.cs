using System.Collections.Concurrent;
using System.Net;
using TableOrder.Tests.Api;

namespace TableOrder.Tests.Crash;

/// <summary>A rush over sixteen connections: guests order, cooks start, bump and recall, waiters serve, the manager cancels, all at once.</summary>
internal sealed class Rush(Staff staff, Promises promises)
{
    private const int Connections = 16;
    private readonly ConcurrentQueue<(Guid Id, string Station)> recent = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first answer of this rush has arrived.</summary>
    public Task Begun => begun.Task;

    /// <summary>Runs until the server is gone. Any answer that is neither a success nor a conflict fails.</summary>
    public Task RunAsync(Random random) => Task.WhenAll(Enumerable.Range(0, Connections).Select(i => ClientAsync(i, new Random(random.Next()))));

    private async Task ClientAsync(int number, Random random)
    {
        try
        {
            while (true)
            {
                // The first half orders; the others change what was ordered, once there is something.
                await (number < Connections / 2 || !Pick(random, out var order) ? PlaceAsync(random) : ChangeAsync(order.Id, order.Station, random));
                begun.TrySetResult();
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // The server is gone, as it should be.
        }
        finally
        {
            begun.TrySetResult();
        }
    }

    private bool Pick(Random random, out (Guid Id, string Station) order)
    {
        var some = recent.ToArray();
        order = some.Length == 0 ? default : some[random.Next(some.Length)];
        return some.Length > 0;
    }

    private async Task PlaceAsync(Random random)
    {
        var (guest, dishes, key) = (staff.Guests[random.Next(staff.Guests.Count)], staff.Some(random), Guid.NewGuid());
        var order = new { lines = dishes.Select(dish => new { menuItemId = dish.Id, quantity = random.Next(1, 4) }).ToArray() };
        promises.Sent(key, new Asked(guest, order));
        var times = random.Next(5) == 0 ? 2 : 1;
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, times).Select(_ => guest.PlaceAsync(order, key))))
        {
            answer.Status.Should().BeOneOf([HttpStatusCode.Created, HttpStatusCode.OK], "the answer was {0}", answer.Text);
            promises.Placed(key, answer);
            recent.Enqueue((answer.Id, dishes[0].Station!));
        }

        while (recent.Count > Connections * 2)
        {
            recent.TryDequeue(out _);
        }
    }

    private async Task ChangeAsync(Guid id, string station, Random random)
    {
        var seen = promises.Of(id).Version;
        var answer = await (
            random.Next(7) switch
            {
                0 => staff.Kitchen.PostAsync($"orders/{id}/status", new { status = "preparing" }),
                1 => staff.Kitchen.PostAsync($"orders/{id}/status", new { status = "preparing", station }),
                2 => staff.Kitchen.PostAsync($"orders/{id}/status", new { status = "ready", station }),
                3 => staff.Kitchen.PostAsync($"orders/{id}/status", new { status = "ready" }),
                4 => staff.Manager.PostAsync($"orders/{id}/status", new { status = "served" }),
                5 => staff.Kitchen.PostAsync($"orders/{id}/status", new { status = "preparing", version = seen }),
                _ => staff.Manager.PostAsync($"orders/{id}/cancel", new { reason = "the rush" }),
            }
        );
        answer.Status.Should().BeOneOf([HttpStatusCode.OK, HttpStatusCode.Conflict], "the answer was {0}", answer.Text);
        if (answer.Status == HttpStatusCode.OK)
        {
            promises.Heard(answer);
        }
    }
}
