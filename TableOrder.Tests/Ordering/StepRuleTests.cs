using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>Every step of one line, told literally: the status afterwards, or the refusal's code.</summary>
public sealed class StepRuleTests
{
    /// <summary>What the step addresses.</summary>
    public enum Scope
    {
        Order,
        Ticket,
        Line,
    }

    private const string Illegal = "illegal_transition";
    private static readonly DateTimeOffset Now = Orders.PlacedAt.AddMinutes(5);

    // from, to; as a step of the order or ticket without a version, with one; as a step of the line without a version, with one.
    private static readonly (LineStatus From, LineStatus To, string Order, string OrderSeen, string Line, string LineSeen)[] Table =
    [
        (Held, Held, "invalid", "invalid", "invalid", "invalid"),
        (Held, Placed, "Placed", "Placed", "Placed", "Placed"),
        (Held, Preparing, "Held", "Held", Illegal, Illegal),
        (Held, Ready, "Held", "Held", Illegal, Illegal),
        (Held, Served, "Held", "Held", Illegal, Illegal),
        (Held, Cancelled, "invalid", "invalid", "invalid", "invalid"),
        (Placed, Held, "invalid", "invalid", "invalid", "invalid"),
        (Placed, Placed, "Placed", "Placed", "Placed", "Placed"),
        (Placed, Preparing, "Preparing", "Preparing", "Preparing", "Preparing"),
        (Placed, Ready, "Ready", "Ready", "Ready", "Ready"),
        (Placed, Served, Illegal, Illegal, Illegal, Illegal),
        (Placed, Cancelled, "invalid", "invalid", "invalid", "invalid"),
        (Preparing, Held, "invalid", "invalid", "invalid", "invalid"),
        (Preparing, Placed, "Preparing", "Preparing", "Preparing", "Preparing"),
        (Preparing, Preparing, "Preparing", "Preparing", "Preparing", "Preparing"),
        (Preparing, Ready, "Ready", "Ready", "Ready", "Ready"),
        (Preparing, Served, Illegal, Illegal, Illegal, Illegal),
        (Preparing, Cancelled, "invalid", "invalid", "invalid", "invalid"),
        (Ready, Held, "invalid", "invalid", "invalid", "invalid"),
        (Ready, Placed, "Ready", "Ready", "Ready", "Ready"),
        (Ready, Preparing, "Ready", "Preparing", "Ready", "Preparing"),
        (Ready, Ready, "Ready", "Ready", "Ready", "Ready"),
        (Ready, Served, "Served", "Served", "Served", "Served"),
        (Ready, Cancelled, "invalid", "invalid", "invalid", "invalid"),
        (Served, Held, "invalid", "invalid", "invalid", "invalid"),
        (Served, Placed, "Served", "Served", "Served", "Served"),
        (Served, Preparing, "Served", "Preparing", "Served", "Preparing"),
        (Served, Ready, "Served", "Ready", "Served", "Ready"),
        (Served, Served, "Served", "Served", "Served", "Served"),
        (Served, Cancelled, "invalid", "invalid", "invalid", "invalid"),
        (Cancelled, Held, "invalid", "invalid", "invalid", "invalid"),
        (Cancelled, Placed, "Cancelled", "Cancelled", Illegal, Illegal),
        (Cancelled, Preparing, "Cancelled", "Cancelled", Illegal, Illegal),
        (Cancelled, Ready, "Cancelled", "Cancelled", Illegal, Illegal),
        (Cancelled, Served, "Cancelled", "Cancelled", Illegal, Illegal),
        (Cancelled, Cancelled, "invalid", "invalid", "invalid", "invalid"),
    ];

    public static TheoryData<LineStatus, LineStatus, bool, Scope, string> OrderSteps()
    {
        var data = new TheoryData<LineStatus, LineStatus, bool, Scope, string>();
        foreach (var row in Table)
        {
            data.Add(row.From, row.To, false, Scope.Order, row.Order);
            data.Add(row.From, row.To, true, Scope.Order, row.OrderSeen);
            data.Add(row.From, row.To, false, Scope.Ticket, row.Order);
            data.Add(row.From, row.To, true, Scope.Ticket, row.OrderSeen);
            data.Add(row.From, row.To, false, Scope.Line, row.Line);
            data.Add(row.From, row.To, true, Scope.Line, row.LineSeen);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(OrderSteps))]
    public void A_step_goes_where_the_table_says(LineStatus from, LineStatus to, bool withVersion, Scope scope, string expected)
    {
        var line = Orders.Line(from);
        var order = Orders.Of(line);
        var step = new StepOrder(order.Id, to)
        {
            Version = withVersion ? order.Version : null,
            Station = scope == Scope.Ticket ? "grill" : null,
            LineId = scope == Scope.Line ? line.Id : null,
        };

        var decided = StepRule.Decide(order, step, Now);

        (decided.Refusal?.Code ?? $"{decided.Value.After.Lines[0].Status}").Should().Be(expected);
    }

    [Theory]
    [InlineData(Held, Placed, "Ready", "Ready")]
    [InlineData(Ready, Placed, "Ready", "Ready")]
    [InlineData(Ready, Preparing, "Ready", "Ready")]
    [InlineData(Ready, Ready, "Ready", "Ready")]
    [InlineData(Ready, Served, "Served", "Served")]
    [InlineData(Served, Preparing, "Served", "Served")]
    [InlineData(Served, Ready, "Served", "Ready")]
    [InlineData(Cancelled, Served, "Cancelled", "Cancelled")]
    public void A_drink_without_a_station_is_only_held_ready_served_or_cancelled(LineStatus from, LineStatus to, string without, string with)
    {
        var order = Orders.Of(Orders.Line(from, station: null));

        StepRule.Decide(order, new StepOrder(order.Id, to), Now).Value.After.Lines[0].Status.ToString().Should().Be(without);
        StepRule.Decide(order, new StepOrder(order.Id, to) { Version = 10 }, Now).Value.After.Lines[0].Status.ToString().Should().Be(with);
    }

    [Fact]
    public void A_recall_to_preparing_skips_lines_without_a_station()
    {
        var order = Orders.Of(Orders.Line(Served), Orders.Line(Served, station: null));

        var recalled = StepRule.Decide(order, new StepOrder(order.Id, Preparing) { Version = 10 }, Now).Value.After;

        recalled.Statuses().Should().Equal(Preparing, Served);
    }
}
