using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Fills a page of a list: it looks at so many orders and no more, and knows where the next page goes on.</summary>
/// <param name="session">Where orders are.</param>
/// <param name="query">What is asked; no contradiction.</param>
/// <param name="mostLooked">So many orders are looked at.</param>
internal sealed class OrderWalk(Session session, OrderQuery query, int mostLooked)
{
    private OrderCursor last;
    private int looked;

    /// <summary>What was found.</summary>
    public List<Guid> Ids { get; } = new(query.Limit);

    /// <summary>Where the next page begins; null while nothing is known to follow.</summary>
    public OrderCursor? Next { get; private set; }

    /// <summary>Walks as the query itself says.</summary>
    public void Along() => Along(query);

    /// <summary>Walks the days on which one of the dishes was sold, one after the other, each as a list of that day alone.</summary>
    public void AlongDays()
    {
        var days = OrderDaysSql.Days(session, query);
        foreach (var day in days)
        {
            Along(query with { Day = day, After = query.After is { } after && after.Day == day ? after : null });
            if (Next is not null)
            {
                return;
            }
        }

        if (days.Count == OrderDaysSql.MostDays)
        {
            Next = new OrderCursor(days[^1], query.OldestFirst ? int.MaxValue : 0);
        }
    }

    private void Along(OrderQuery part)
    {
        var statement = new OrderListStatement(part, mostLooked - looked);
        session.Read(
            statement.Sql,
            row =>
            {
                looked++;
                if (row.Flag(3))
                {
                    if (Ids.Count == query.Limit)
                    {
                        Next = last;
                        return false;
                    }

                    Ids.Add(row.Id(0));
                    last = new OrderCursor(row.Day(1), row.Int(2));
                }

                Next = looked == mostLooked ? new OrderCursor(row.Day(1), row.Int(2)) : null;
                return true;
            },
            statement.Values
        );
    }
}
