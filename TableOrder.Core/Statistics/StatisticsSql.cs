using TableOrder.Core.Storage;

namespace TableOrder.Core.Statistics;

/// <summary>Moves the kept figures, in the transaction of the order they count.</summary>
internal static class StatisticsSql
{
    public static void Add(Session session, DateOnly day, DayFigures difference)
    {
        if (difference == default)
        {
            return;
        }

        session.Execute(
            """
            INSERT INTO statistics_days AS d (business_day, placed, preparing, ready, served, cancelled, sales) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (business_day) DO UPDATE SET placed = d.placed + $2, preparing = d.preparing + $3, ready = d.ready + $4,
                served = d.served + $5, cancelled = d.cancelled + $6, sales = d.sales + $7
            """,
            day,
            difference.Placed,
            difference.Preparing,
            difference.Ready,
            difference.Served,
            difference.Cancelled,
            difference.Sales
        );
    }

    public static DayFigures Day(Session session, DateOnly day) =>
        session.First(
            "SELECT placed, preparing, ready, served, cancelled, sales FROM statistics_days WHERE business_day = $1",
            row => new DayFigures(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.Money(5)),
            day
        );
}
