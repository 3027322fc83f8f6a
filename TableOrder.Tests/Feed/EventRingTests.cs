using TableOrder.Core.Feed;

namespace TableOrder.Tests.Feed;

public sealed class EventRingTests
{
    private readonly EventRing ring = new();

    [Fact]
    public void The_ring_holds_the_newest_8192_events_and_says_where_it_ends()
    {
        ring.Start(0);
        Add(1, 9_000);

        ring.Head.Should().Be(9_000);
        ring.After(9_000 - 8_192 - 1, 10).Should().BeNull();
        Sequences(9_000 - 8_192, 10).Should().Equal(809, 810, 811, 812, 813, 814, 815, 816, 817, 818);
        Sequences(8_999, 10).Should().Equal(9_000);
        Sequences(9_000, 10).Should().BeEmpty();
    }

    [Fact]
    public void What_happened_before_the_start_is_not_in_the_ring()
    {
        ring.Start(500);
        Add(501, 503);

        ring.After(499, 10).Should().BeNull();
        Sequences(500, 10).Should().Equal(501, 502, 503);
    }

    [Fact]
    public void Gaps_in_the_log_are_no_gaps_in_the_reading()
    {
        ring.Start(0);
        ring.Add([Event(2), Event(5), Event(9)]);

        Sequences(0, 2).Should().Equal(2, 5);
        Sequences(3, 10).Should().Equal(5, 9);
        Sequences(5, 10).Should().Equal(9);
    }

    private static OrderEvent Event(long sequence) => new(sequence, Guid.Empty, 1, "order_placed", Guid.Empty, null, ",,");

    private void Add(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            ring.Add([Event(i)]);
        }
    }

    private IEnumerable<long> Sequences(long after, int most) => ring.After(after, most)!.Select(e => e.Sequence);
}
