using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;

namespace TableOrder.Bench.Generate;

/// <summary>
/// What becomes of one order. Nothing is made up here but the moments: each step is decided by the engine's own rules, so the order and its events are such as the Desk would have written.
/// What lies after "until" has not happened yet.
/// </summary>
internal sealed class Story
{
    private const double TakenBackByGuest = 0.012;
    private const double TakenBackByStaff = 0.02;
    private const double LineTakenBack = 0.03;
    private const double Started = 0.4;
    private const double Recalled = 0.01;
    private readonly List<(DateTimeOffset At, Actor By, Func<Order, Outcome<OrderChange>> Rule)> plan = [];
    private readonly List<Happened> log;
    private readonly Premises premises;
    private readonly Random random;

    private Story(Order placed, Premises premises, Random random, List<Happened> log) =>
        (Order, this.premises, this.random, this.log) = (placed, premises, random, log);

    /// <summary>The order as it is in the end.</summary>
    public Order Order { get; private set; }

    /// <summary>When it was over, or will be.</summary>
    public DateTimeOffset Ends => plan[^1].At;

    public static Story Tell(Order placed, Actor guest, Premises premises, DateTimeOffset until, Random random, List<Happened> log)
    {
        var story = new Story(placed, premises, random, log);
        story.Log(placed.PlacedAt, guest, OrderEventType.Placed, EventDetail.Empty);
        story.Plan(random.NextDouble(), guest);
        foreach (var (at, by, rule) in story.plan.TakeWhile(step => step.At <= until))
        {
            var change = rule(story.Order).Value;
            if (change.Event is { } happened)
            {
                story.Order = change.After;
                story.Log(at, by, happened, change.Detail);
            }
        }

        return story;
    }

    private void Plan(double fate, Actor guest)
    {
        if (fate < TakenBackByStaff)
        {
            // Drinks alone are ready at once: no guest takes those back.
            var byGuest = fate < TakenBackByGuest && Order.Status == OrderStatus.Placed;
            var at = Cancel(byGuest ? guest : premises.Manager, byGuest ? null : "손님이 마음을 바꿈", lines: null);
            foreach (var ticket in Order.Tickets)
            {
                // The cook sees it and touches the ticket, or it would stand on the screen for ever.
                Step(at.AddSeconds(random.Next(5, 40)), premises.Kitchen, new StepOrder(Order.Id, LineStatus.Ready) { Station = ticket.Station });
            }
        }
        else
        {
            if (fate < LineTakenBack)
            {
                Cancel(premises.Manager, "재료가 떨어짐", [new CancelLine(Order.Lines[^1].Id)]);
            }

            Step(After(Order.PlacedAt, Cook(), 60, 240), premises.Kitchen, new StepOrder(Order.Id, LineStatus.Served));
        }

        plan.Sort((a, b) => a.At.CompareTo(b.At));
    }

    /// <summary>Within the minute in which guests may.</summary>
    private DateTimeOffset Cancel(Actor by, string? reason, IReadOnlyList<CancelLine>? lines)
    {
        var at = Order.PlacedAt.AddMilliseconds(random.Next(8_000, 55_000));
        plan.Add((at, by, order => CancelRule.Decide(order, new CancelOrder(order.Id, reason) { Lines = lines }, by.Role, at)));
        return at;
    }

    /// <summary>Each station bumps its ticket; gives the moment of the last bump.</summary>
    private DateTimeOffset Cook()
    {
        var last = Order.PlacedAt.AddSeconds(60);
        if (random.NextDouble() < Started)
        {
            Step(last.AddMilliseconds(random.Next(30_000)), premises.Kitchen, new StepOrder(Order.Id, LineStatus.Preparing));
        }

        foreach (var ticket in Order.Tickets)
        {
            var station = premises.Menu.Menu.Station(ticket.Station)!;
            var bumped = Order.PlacedAt.AddSeconds(92).AddMilliseconds((int)(Slowness() * station.WarnAfter.TotalMilliseconds));
            Bump(bumped, station);
            if (random.NextDouble() < Recalled)
            {
                var recalled = bumped.AddMilliseconds(random.Next(20_000, 90_000));
                plan.Add((recalled, premises.Kitchen, order => StepRule.Decide(order, Recall(order, station), recalled)));
                bumped = recalled.AddMilliseconds(random.Next(30_000, 120_000));
                Bump(bumped, station);
            }

            last = bumped > last ? bumped : last;
        }

        return last;
    }

    private void Bump(DateTimeOffset at, Station station) =>
        Step(at, premises.Kitchen, new StepOrder(Order.Id, LineStatus.Ready) { Station = station.Slug });

    private static StepOrder Recall(Order order, Station station) =>
        new(order.Id, LineStatus.Preparing) { Station = station.Slug, Version = order.Version };

    private void Step(DateTimeOffset at, Actor by, StepOrder step) => plan.Add((at, by, order => StepRule.Decide(order, step, at)));

    /// <summary>As parts of the time after which a ticket turns yellow: mostly well below, now and then far above.</summary>
    private double Slowness() => 0.25 + (0.6 * random.NextDouble()) + (random.Next(12) == 0 ? random.NextDouble() : 0);

    private DateTimeOffset After(DateTimeOffset moment, DateTimeOffset other, int leastSeconds, int mostSeconds) =>
        (moment > other ? moment : other).AddMilliseconds(random.Next(leastSeconds * 1000, mostSeconds * 1000));

    private void Log(DateTimeOffset at, Actor by, OrderEventType happened, EventDetail detail) =>
        log.Add(
            new Happened(
                at,
                new NewEvent(
                    Order.Id,
                    Order.Version,
                    Signals.Name(happened),
                    Order.SeatingId,
                    FromSeatingId: null,
                    [.. Order.Tickets.Select(ticket => ticket.Station)],
                    by.LogName,
                    by.Device,
                    detail.Json
                )
            )
        );
}

/// <summary>An event and when it happened.</summary>
internal readonly record struct Happened(DateTimeOffset At, NewEvent Event);
