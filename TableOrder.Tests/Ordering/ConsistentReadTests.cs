using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

/// <summary>An order is never half of one version and half of the next.</summary>
public sealed class ConsistentReadTests : HouseTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Whoever_reads_while_the_order_changes_sees_one_version_of_it()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake, Dishes.Sorbet, Dishes.Rice);
        using var done = new CancellationTokenSource(Patience);
        var readers = Enumerable.Range(0, 2).Select(shared => Task.Run(() => ReadAsync(order.Id, shared == 0, done.Token))).ToList();

        for (var i = 0; i < 200; i++)
        {
            var version = (await House.OrderReader.GetAsync(House.Kitchen, order.Id)).Value.Version;
            var to = i % 2 == 0 ? LineStatus.Ready : LineStatus.Preparing;
            (await House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, to) { Version = version })).Value.Version.Should().Be(version + 1);
        }

        await done.CancelAsync();
        (await Task.WhenAll(readers)).Should().OnlyContain(torn => torn == null);
    }

    [Fact]
    public async Task Twenty_screens_that_hear_of_one_change_cost_one_read()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        await House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, LineStatus.Preparing));

        var seen = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => House.OrderReader.GetAsync(House.Kitchen, order.Id, atLeast: 2)))
        );

        seen.Should().OnlyContain(answer => answer.Value.Version == 2);
        House.OrderReader.SharedReadCount.Should().Be(1);
    }

    private async Task<string?> ReadAsync(Guid id, bool shared, CancellationToken done)
    {
        var atLeast = 1;
        while (!done.IsCancellationRequested)
        {
            var order = (
                shared ? await House.OrderReader.GetAsync(House.Kitchen, id, atLeast) : await House.OrderReader.GetAsync(House.Kitchen, id)
            ).Value;
            if (order.Lines.Max(line => line.ChangedVersion) != order.Version || order.Status != OrderStatusRule.Derive(order.Lines))
            {
                return $"version {order.Version} is {order.Status} with {string.Join(", ", order.Statuses())}";
            }

            atLeast = order.Version + 1;
        }

        return null;
    }
}
