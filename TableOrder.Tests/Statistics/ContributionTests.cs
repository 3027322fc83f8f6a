using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Statistics;

/// <summary>What an order adds to the kept figures, without a database.</summary>
public sealed class ContributionTests
{
    private const string Grill = "grill";
    private static readonly DateTimeOffset Later = Orders.PlacedAt.AddSeconds(754);
    private static readonly DateTimeOffset MuchLater = Orders.PlacedAt.AddSeconds(1000);

    [Fact]
    public void An_order_counts_once_in_its_day_and_half_hour_and_each_line_with_its_dish()
    {
        var order = Orders.Of(Orders.Line(LineStatus.Placed, Grill) with { Quantity = 2 }, Orders.Line(LineStatus.Ready, station: null));

        var counted = Of(null, order);

        counted[Kept.Days].Should().ContainSingle().Which.Sums.Should().Equal(1, 0, 0, 0, 0, order.Total.Minor, 0, 0);
        counted[Kept.HalfHours].Should().ContainSingle().Which.Sums.Should().Equal(1, order.Total.Minor);
        counted[Kept.HalfHours].Single().Key.Should().Be(new TallyKey(order.BusinessDay, order.HalfHour));
        foreach (var line in order.Lines)
        {
            counted[Kept.DayItems]
                .Should()
                .Contain(row => row.Key.Second.Id == line.MenuItemId && row.Sums[0] == line.Quantity && row.Sums[1] == line.Total.Minor);
            counted[Kept.HalfHourItems].Should().Contain(row => row.Key.Third.Id == line.MenuItemId && row.Sums[1] == line.Total.Minor);
        }

        counted[Kept.PrepSeconds].Should().BeEmpty();
    }

    [Fact]
    public void Lines_of_the_same_dish_are_one_row()
    {
        var line = Orders.Line(LineStatus.Placed, Grill);
        var order = Orders.Of(line, line with { Id = Guid.NewGuid(), Quantity = 3 });

        Of(null, order)[Kept.DayItems].Should().ContainSingle().Which.Sums.Should().Equal(line.Quantity + 3, order.Total.Minor);
    }

    [Fact]
    public void A_cancelled_order_counts_as_such_and_for_nothing_else()
    {
        var order = Orders.Of(Orders.Line(LineStatus.Placed, Grill));
        var cancelled = CancelRule.Decide(order, new CancelOrder(order.Id, "x"), Core.Access.Role.Manager, Later).Value.After;

        var counted = Of(null, cancelled);

        counted[Kept.Days].Single().Sums.Should().Equal(0, 0, 0, 0, 1, 0, 0, 0);
        counted.Where(table => table.Key != Kept.Days).SelectMany(table => table).Should().BeEmpty();
    }

    [Fact]
    public void Prep_time_runs_from_the_first_fire_to_the_bump()
    {
        var order = Fired();

        Of(null, order)[Kept.PrepSeconds].Should().BeEmpty();
        Of(order, Bumped(order, Later))[Kept.PrepSeconds].Should().ContainSingle().Which.Key.Should().Be(new TallyKey(order.BusinessDay, Grill, 754));
        Of(order, Bumped(order, Later))[Kept.PrepMinutes].Should().ContainSingle().Which.Key.Should().Be(new TallyKey(order.BusinessDay, Grill, 12));
    }

    [Fact]
    public void A_recall_takes_back_exactly_what_the_bump_added()
    {
        var order = Fired();
        var bumped = Bumped(order, Later);
        var recalled = StepRule.Decide(bumped, new StepOrder(order.Id, LineStatus.Preparing) { Version = bumped.Version }, MuchLater).Value.After;
        var again = Bumped(recalled, MuchLater);

        Of(bumped, recalled)[Kept.PrepSeconds].Should().ContainSingle().Which.Sums.Should().Equal(-1);
        Of(bumped, recalled)[Kept.PrepSeconds].Single().Key.Third.Number.Should().Be(754);
        Of(null, again)[Kept.PrepSeconds].Should().ContainSingle().Which.Key.Third.Number.Should().Be(1000);
    }

    [Fact]
    public void A_clock_that_was_set_back_gives_no_negative_time()
    {
        Contribution.PrepSeconds(new Ticket(Grill) { FiredAt = Later, BumpedAt = Later.AddSeconds(-5) }).Should().Be(0);
    }

    [Fact]
    public void What_did_not_change_adds_nothing()
    {
        var order = Fired();
        var tallied = new Tallied();

        Contribution.Add(tallied, order, order with { Version = 11 });

        tallied.Mark.Should().Be(0);
    }

    [Fact]
    public void Difference_upon_difference_is_what_the_order_contributes_in_the_end()
    {
        var held = Orders.Line(LineStatus.Held, "bar");
        var order = Orders.Of(Orders.Line(LineStatus.Placed, Grill) with { Quantity = 3 }, held, Orders.Line(LineStatus.Ready, station: null));
        var all = new Tallied();
        Contribution.Add(all, null, order);
        foreach (var to in new[] { LineStatus.Preparing, LineStatus.Ready, LineStatus.Placed, LineStatus.Ready, LineStatus.Served })
        {
            var stepped = StepRule.Decide(order, new StepOrder(order.Id, to), Later).Value.After;
            var less = new CancelOrder(order.Id, "x") { Lines = [new CancelLine(stepped.Lines[0].Id, 1)] };
            var after =
                to == LineStatus.Preparing || to == LineStatus.Served
                    ? CancelRule.Decide(stepped, less, Core.Access.Role.Manager, Later).Value.After
                    : stepped;
            Contribution.Add(all, order, after);
            order = after;
        }

        order.Status.Should().Be(OrderStatus.Served);
        order.Lines[0].CancelledQuantity.Should().Be(2);
        Rows(all).Should().BeEquivalentTo(Rows(From(null, order)));
    }

    private static Order Fired() => Orders.Of(Orders.Line(LineStatus.Placed, Grill));

    private static Order Bumped(Order order, DateTimeOffset now) =>
        StepRule.Decide(order, new StepOrder(order.Id, LineStatus.Ready) { Station = Grill }, now).Value.After;

    private static Tallied From(Order? before, Order after)
    {
        var tallied = new Tallied();
        Contribution.Add(tallied, before, after);
        return tallied;
    }

    private static ILookup<Tally, (TallyKey Key, long[] Sums)> Of(Order? before, Order after) =>
        From(before, after).Merge().ToLookup(row => row.Key.Tally, row => (row.Key.Key, row.Value));

    private static IEnumerable<string> Rows(Tallied tallied) =>
        tallied
            .Merge()
            .Where(row => row.Value.Any(sum => sum != 0))
            .Select(row => $"{row.Key.Tally.Table} {row.Key.Key} {string.Join(',', row.Value)}");
}
