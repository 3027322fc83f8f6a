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
        Tickets(tallied, before, after, day);
        return sales;
    }

    /// <summary>How long a station took: from the first fire to the bump, in whole seconds; null while it is not bumped.</summary>
    public static int? PrepSeconds(Ticket? ticket) =>
        ticket is { FiredAt: { } fired, BumpedAt: { } bumped } ? Math.Max(0, (int)(bumped - fired).TotalSeconds) : null;

    /// <summary>An order counts for its half hour while anything of it is left.</summary>
    private static int Counts(Order? order) => order is { Status: not OrderStatus.Cancelled } ? 1 : 0;

    private static Money Lines(Tallied tallied, Order? before, Order after, Value day, Value halfHour)
    {
        var all = Money.Zero;
        for (var i = 0; i < after.Lines.Count; i++)
        {
            var (old, line) = (before?.Lines[i], after.Lines[i]);
            if (ReferenceEquals(old, line))
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

    private static void Tickets(Tallied tallied, Order? before, Order after, Value day)
    {
        for (var i = 0; i < after.Tickets.Count; i++)
        {
            var ticket = after.Tickets[i];
            var (took, takes) = (PrepSeconds(before?.Tickets[i]), PrepSeconds(ticket));
            if (took != takes)
            {
                Bumped(tallied, day, ticket.Station, took, -1);
                Bumped(tallied, day, ticket.Station, takes, 1);
            }
        }
    }

    private static void Bumped(Tallied tallied, Value day, string station, int? seconds, int tickets)
    {
        if (seconds is { } took)
        {
            tallied.Add(Kept.PrepSeconds, new TallyKey(day, station, took), 0, tickets);
            tallied.Add(Kept.PrepMinutes, new TallyKey(day, station, took / SecondsPerMinute), 0, tickets);
        }
    }
}
