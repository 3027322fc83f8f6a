using System.Data.Common;
using System.Text.Json;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Checking;

/// <summary>Goes through all orders of one moment, a page at a time, and compares everything that is kept with what it is kept of.</summary>
internal sealed class HouseCheck
{
    private const string BeforeAll = "";
    private readonly Session session;
    private readonly Action<CheckProgress>? progress;
    private readonly Findings findings = new();
    private readonly StatisticsCheck statistics;
    private OrderKey last = new(Guid.Empty, BeforeAll, 0, Money.Zero);
    private long orders;
    private long events;

    private HouseCheck(Session session, Action<CheckProgress>? progress)
    {
        (this.session, this.progress) = (session, progress);
        statistics = new StatisticsCheck(session, findings);
    }

    /// <summary>Checks what a session sees. It must stand on one moment, or a running restaurant would look wrong.</summary>
    public static CheckReport Run(Session session, Action<CheckProgress>? progress = null)
    {
        var check = new HouseCheck(session, progress);
        try
        {
            check.Run();
        }
        catch (Exception fault) when (Unreadable(fault))
        {
            check.findings.Add($"{Where(check.last)} and what follows cannot be read: {fault.Message}");
        }

        return new CheckReport(check.orders, check.events, check.findings.Lines, check.findings.Count);
    }

    private static string Where(OrderKey last) =>
        last.Day.Length == 0 ? "the first order" : $"what stands after {OrderCheck.Name(last.Id, last.Number, last.Day)}";

    private void Run()
    {
        WholeCheck.Integrity(session, findings);
        var all = CheckSql.Orders(session);
        progress?.Invoke(new CheckProgress(0, all));
        while (CheckSql.After(session, last) is { Count: > 0 } page)
        {
            Look(page);
            progress?.Invoke(new CheckProgress(orders, all));
        }

        EndDay();
        statistics.End();
        WholeCheck.Run(session, findings);
        BillCheck.Run(session, findings);
        DayReportCheck.Run(session, findings);
    }

    private void Look(List<OrderKey> page)
    {
        var read = Fetch(page).ToDictionary(order => order.Id);
        var tickets = CheckSql.Tickets(session, page);
        var happened = CheckSql.Events(session, page);
        foreach (var key in page)
        {
            if (!string.Equals(key.Day, last.Day, StringComparison.Ordinal))
            {
                EndDay();
            }

            last = key;
            orders++;
            events += happened[key.Id].Count();
            if (read.TryGetValue(key.Id, out var order))
            {
                OrderCheck.Run(order, key.Total, tickets[key.Id], happened[key.Id], findings);
                if (order.Remake is { } remake)
                {
                    RemakeCheck.Run(order, remake, First(remake), findings);
                }

                statistics.Count(order);
            }
        }
    }

    /// <summary>Remakes are few: each looks for its own.</summary>
    private Order? First(Remake remake)
    {
        try
        {
            return OrderSql.Find(session, remake.OrderId);
        }
        catch (Exception fault) when (Unreadable(fault))
        {
            // Told with that order itself.
            return null;
        }
    }

    private void EndDay()
    {
        if (last.Day.Length > 0)
        {
            statistics.EndDay(last.Day);
            if (CheckSql.LastNumber(session, last.Day) is var kept && kept < last.Number)
            {
                findings.Add($"business day {last.Day}: the last number is {kept}, an order has {last.Number}");
            }
        }
    }

    /// <summary>A page by the fetch that screens use; where one of its orders cannot be read, one by one.</summary>
    private List<Order> Fetch(List<OrderKey> page)
    {
        try
        {
            var found = OrderSql.Fetch(session, [.. page.Select(key => key.Id)]);
            if (found.Count == page.Count)
            {
                return found;
            }
        }
        catch (Exception fault) when (Unreadable(fault))
        {
            // Told below, with the order's name.
        }

        return [.. page.Select(One).OfType<Order>()];
    }

    private Order? One(OrderKey key)
    {
        var name = OrderCheck.Name(key.Id, key.Number, key.Day);
        try
        {
            var order = OrderSql.Find(session, key.Id);
            if (order is null)
            {
                findings.Add($"{name}: has no lines");
            }

            return order;
        }
        catch (Exception fault) when (Unreadable(fault))
        {
            findings.Add($"{name}: cannot be read: {fault.Message}");
            return null;
        }
    }

    /// <summary>Values that are none of ours, and pages that SQLite finds damaged.</summary>
    private static bool Unreadable(Exception fault) =>
        fault is FormatException or KeyNotFoundException or JsonException or OverflowException or ArgumentException or DbException;
}
