using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>
/// What an order adds to the kept figures: a pure function of its lines and tickets, each counted by itself. Every change adds what the order contributes now less
/// what it contributed before, so the kept figures are the sum over all orders as they are, which is what <c>check</c> recounts.
/// Everything counts for the business day and half hour of placing, for ever.
/// </summary>
internal static class Contribution
{
    private const int SecondsPerMinute = 60;

    /// <summary>Adds the difference between an order before and after a change; nothing before is a new order. What did not change costs nothing. Gives by how much its sales changed.</summary>
    public static Money Add(Tallied tallied, Order? before, Order after)
    {
        Value day = after.BusinessDay;
        Value halfHour = after.HalfHour;
        var sales = Lines(tallied, before, after, day, halfHour);
        Speed(tallied, before, after, day);
        var dayKey = new TallyKey(day);
        if (before?.Status != after.Status)
        {
            if (before is not null)
            {
                tallied.Add(Kept.Days, dayKey, Kept.FirstStatus + (int)before.Status, -1);
            }

            tallied.Add(Kept.Days, dayKey, Kept.FirstStatus + (int)after.Status, 1);
        }

        tallied.Add(Kept.Days, dayKey, Kept.DaySales, sales.Minor);
        tallied.Add(Kept.HalfHours, new TallyKey(day, halfHour), 0, Counts(after) - Counts(before), sales.Minor);
        Tickets(tallied, before, after, day, halfHour);
        return sales;
    }

    /// <summary>How long a station took: from the first fire to the bump, in whole seconds; null while it is not bumped.</summary>
    public static int? PrepSeconds(Ticket? ticket) =>
        ticket is { FiredAt: { } fired, BumpedAt: { } bumped } ? Math.Max(0, (int)(bumped - fired).TotalSeconds) : null;

    /// <summary>How long a dish took: from the fire of its line until it was made, in whole seconds; null while it is not.</summary>
    public static int? PrepSeconds(Order? order, OrderLine? line) =>
        order is not null && line?.ReadyAt is { } ready ? Math.Max(0, (int)(ready - order.FiredAt(line)).TotalSeconds) : null;

    /// <summary>An order counts for its half hour while anything of it is left; what is made again was ordered once.</summary>
    private static int Counts(Order? order) => order is { Status: not OrderStatus.Cancelled, Remake: null } ? 1 : 0;

    private static Money Lines(Tallied tallied, Order? before, Order after, Value day, Value halfHour)
    {
        var all = Money.Zero;
        for (var i = 0; i < after.Lines.Count; i++)
        {
            var (old, line) = (before?.Lines[i], after.Lines[i]);
            if (ReferenceEquals(old, line) || after.Remake is not null)
            {
                continue;
            }

            var quantity = line.Quantity - (old?.Quantity ?? 0);
            var sales = line.Total - (old?.Total ?? Money.Zero);
            tallied.Add(Kept.HalfHourItems, new TallyKey(day, halfHour, line.MenuItemId), 0, quantity, sales.Minor);
            tallied.Add(Kept.DayItems, new TallyKey(day, line.MenuItemId), 0, quantity, sales.Minor);
            all += sales;
        }

        return all;
    }

    private static void Speed(Tallied tallied, Order? before, Order after, Value day)
    {
        for (var i = 0; i < after.Lines.Count; i++)
        {
            var line = after.Lines[i];
            var (took, takes) = (PrepSeconds(before, before?.Lines[i]), PrepSeconds(after, line));
            if (took != takes)
            {
                var lines = (takes is null ? 0 : 1) - (took is null ? 0 : 1);
                tallied.Add(Kept.DishSpeed, new TallyKey(day, line.MenuItemId), 0, lines, (takes ?? 0) - (took ?? 0));
            }
        }
    }

    private static void Tickets(Tallied tallied, Order? before, Order after, Value day, Value halfHour)
    {
        for (var i = 0; i < after.Tickets.Count; i++)
        {
            var ticket = after.Tickets[i];
            var (took, takes) = (PrepSeconds(before?.Tickets[i]), PrepSeconds(ticket));
            if (took != takes)
            {
                Bumped(tallied, day, halfHour, ticket.Station, took, -1);
                Bumped(tallied, day, halfHour, ticket.Station, takes, 1);
            }
        }
    }

    private static void Bumped(Tallied tallied, Value day, Value halfHour, string station, int? seconds, int tickets)
    {
        if (seconds is { } took)
        {
            tallied.Add(Kept.PrepSeconds, new TallyKey(day, station, took), 0, tickets);
            tallied.Add(Kept.PrepMinutes, new TallyKey(day, station, took / SecondsPerMinute), 0, tickets);
            tallied.Add(Kept.StationSpeed, new TallyKey(day, halfHour, station), 0, tickets, tickets * took);
        }
    }
}
