using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Bench.Generate;

/// <summary>Makes one business day after another. A day's orders do not depend on how many days there are.</summary>
internal sealed class DayMaker(Premises premises, Calendar calendar, DateTimeOffset now)
{
    private static readonly TimeSpan TheyPay = TimeSpan.FromMinutes(4);
    private readonly Dishes dishes = new(premises.Menu);

    /// <summary>The day with so many orders; of the day that runs now, as far as it has come.</summary>
    public Day Make(DateOnly date, int orders)
    {
        var random = new Random(calendar.Today.DayNumber - date.DayNumber);
        var (sent, happened, stays) = (new List<Sent>(orders), new List<Happened>(orders * 5), new List<Stay>());
        var figures = new Tallied();
        var at = new Stay?[premises.Tables.Count];
        foreach (var moment in calendar.Moments(date, orders, random))
        {
            var stay = Seat(at, stays, moment, random);
            var guest = stay.Guests[random.Next(stay.Guests.Count)];
            var request = new PlaceOrder(Guid.CreateVersion7(), dishes.Choose(random));
            var placed = Place(date, sent.Count + 1, moment, stay, request, guest);
            var story = Story.Tell(placed, guest, premises, now, random, happened);
            stay.Add(story.Order, story.Ends);
            sent.Add(new Sent(story.Order, request));
            Contribution.Add(figures, before: null, story.Order);
        }

        foreach (var stay in stays.Where(stay => stay.ClosedAt is null && stay.Ends + TheyPay <= now))
        {
            stay.ClosedAt = stay.Ends + TheyPay;
        }

        figures.Merge();

        // Stable: two events of one order at one moment stay in their order.
        return new Day(date, stays, sent, [.. happened.OrderBy(one => one.At)], figures);
    }

    /// <summary>A table whose party still orders, or one that has become free; where all only finish, one of them orders once more.</summary>
    private Stay Seat(Stay?[] at, List<Stay> stays, DateTimeOffset moment, Random random)
    {
        var first = random.Next(at.Length);
        for (var i = 0; i < at.Length; i++)
        {
            ref var stay = ref at[(first + i) % at.Length];
            if (stay is not null && moment < stay.LastRoundBefore)
            {
                return stay;
            }

            if (stay is null || stay.Ends + TheyPay + TheyPay < moment)
            {
                if (stay is not null)
                {
                    stay.ClosedAt = stay.Ends + TheyPay;
                }

                stay = new Stay(premises.Tables[(first + i) % at.Length], moment.AddMilliseconds(-random.Next(60_000, 230_000)), random);
                stays.Add(stay);
                return stay;
            }
        }

        return at[first]!;
    }

    private Order Place(DateOnly date, int number, DateTimeOffset moment, Stay stay, PlaceOrder request, Actor guest)
    {
        var lines = PlaceRule.Decide(premises.Menu.Menu, request, guest, premises.Settings.Local(moment).DateTime, RisingId.Next).Value;
        return new Order
        {
            Id = Guid.CreateVersion7(moment),
            Number = number,
            BusinessDay = date,
            HalfHour = premises.Settings.HalfHour(moment),
            Round = stay.NextRound(),
            SeatingId = stay.Id,
            TableId = stay.Table.Id,
            TableName = stay.Table.Name,
            Status = OrderStatusRule.Derive(lines),
            Version = 1,
            Currency = premises.Settings.Currency,
            PlacedAt = moment,
            Allergies = stay.Allergies,
            Lines = lines,
            Tickets = OrderBook.Tickets(lines, moment),
        };
    }
}
