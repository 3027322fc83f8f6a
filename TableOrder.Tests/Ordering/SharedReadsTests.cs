using System.Collections.Concurrent;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

public sealed class SharedReadsTests
{
    private readonly Order order = Orders.Of(Orders.Line(Placed));
    private readonly ConcurrentQueue<TaskCompletionSource<Order?>> reads = new();
    private readonly SharedReads shared;

    public SharedReadsTests()
    {
        shared = new SharedReads(_ =>
        {
            var read = new TaskCompletionSource<Order?>(TaskCreationOptions.RunContinuationsAsynchronously);
            reads.Enqueue(read);
            return read.Task;
        });
    }

    [Fact]
    public async Task Twenty_who_ask_at_once_share_one_read()
    {
        var asked = Enumerable.Range(0, 20).Select(_ => shared.GetAsync(order.Id, 10)).ToList();
        Land(order);

        (await Task.WhenAll(asked)).Should().OnlyContain(answer => answer == order);
        shared.Count.Should().Be(1);
    }

    [Fact]
    public async Task Who_asks_in_the_moment_a_read_lands_starts_no_second_one()
    {
        const int rounds = 20_000;
        var version = 0;
        var quick = new SharedReads(_ => Task.FromResult<Order?>(order with { Version = version }));
        using var together = new Barrier(2, _ => version++);

        // The second one comes a little later each time, so that it meets every moment of the first one's way.
        await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(late =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            for (var round = 0; round < rounds; round++)
                            {
                                together.SignalAndWait();
                                Thread.SpinWait(late * (round % 100));
                                var asked = quick.GetAsync(order.Id, version);
                                SpinWait.SpinUntil(() => asked.IsCompleted);
                            }
                        },
                        TaskCreationOptions.LongRunning
                    )
                )
        );

        quick.Count.Should().Be(rounds);
    }

    [Fact]
    public async Task A_kept_answer_is_given_while_it_is_new_enough()
    {
        var first = shared.GetAsync(order.Id, 10);
        Land(order);
        await first;

        (await shared.GetAsync(order.Id, 10)).Should().BeSameAs(order);
        (await shared.GetAsync(order.Id, 1)).Should().BeSameAs(order);
        shared.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_read_begun_for_a_lower_version_is_not_joined_by_a_higher_one()
    {
        var low = shared.GetAsync(order.Id, 10);
        var high = shared.GetAsync(order.Id, 11);
        var low2 = shared.GetAsync(order.Id, 10);
        Land(order);
        var newer = order with { Version = 11 };
        Land(newer);

        (await low).Should().BeSameAs(order);
        (await high).Should().BeSameAs(newer);
        (await low2).Should().BeSameAs(newer, "the newest read under way is the one to join");
        shared.Count.Should().Be(2);
    }

    [Fact]
    public async Task A_read_that_lands_late_never_replaces_a_newer_answer()
    {
        var low = shared.GetAsync(order.Id, 10);
        var high = shared.GetAsync(order.Id, 11);
        reads.TryDequeue(out var slow).Should().BeTrue();
        var newer = order with { Version = 11 };
        Land(newer);
        await high;
        slow!.SetResult(order);
        await low;

        (await shared.GetAsync(order.Id, 1)).Should().BeSameAs(newer);
    }

    [Fact]
    public async Task A_read_that_was_begun_before_a_commit_is_never_served_after_its_signal()
    {
        var early = shared.GetAsync(order.Id, 11);
        var afterTheSignal = shared.GetAsync(order.Id, 11);
        Land(order);
        (await early).Should().BeSameAs(order, "there was nothing newer when it asked");
        while (reads.IsEmpty)
        {
            await Task.Yield();
        }

        var newer = order with { Version = 11 };
        Land(newer);

        (await afterTheSignal).Should().BeSameAs(newer);
    }

    [Fact]
    public async Task A_failure_reaches_all_who_joined_and_is_not_kept()
    {
        var asked = Enumerable.Range(0, 3).Select(_ => shared.GetAsync(order.Id, 10)).ToList();
        reads.TryDequeue(out var read).Should().BeTrue();
        read!.SetException(new IOException("disk"));

        foreach (var answer in asked)
        {
            await answer.Invoking(failed => failed).Should().ThrowAsync<IOException>();
        }

        var again = shared.GetAsync(order.Id, 10);
        Land(order);
        (await again).Should().BeSameAs(order);
    }

    [Fact]
    public async Task What_is_not_there_is_asked_for_again()
    {
        var missing = shared.GetAsync(order.Id, 1);
        Land(null);
        (await missing).Should().BeNull();

        var again = shared.GetAsync(order.Id, 1);
        Land(order);
        (await again).Should().BeSameAs(order);
    }

    [Fact]
    public async Task Only_so_many_answers_are_kept()
    {
        var many = new SharedReads(id => Task.FromResult<Order?>(order with { Id = id }));
        var ids = Enumerable.Range(0, 2049).Select(_ => Guid.NewGuid()).ToList();
        foreach (var id in ids)
        {
            await many.GetAsync(id, 10);
        }

        await many.GetAsync(ids[^1], 10);
        many.Count.Should().Be(2049, "the newest is kept");
        await many.GetAsync(ids[0], 10);
        many.Count.Should().Be(2050, "the oldest is forgotten");
    }

    private void Land(Order? found)
    {
        reads.TryDequeue(out var read).Should().BeTrue();
        read!.SetResult(found);
    }
}
