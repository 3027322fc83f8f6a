using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;

namespace TableOrder.Tests.Service;

/// <summary>What a manager reads after these days, by the readers of the manager's pages: it is what the orders and the ledger say, to the last won.</summary>
internal sealed partial class ServicePlay
{
    /// <summary>So small that a few orders are several pages.</summary>
    private const int Page = 3;

    private async Task ManagerSeesAsync(List<Order> orders)
    {
        await OrdersAsync(orders);
        var bills = await AllBillsAsync(new BillQuery { Limit = Page });
        await BillsAsync(bills, orders);
        var today = (await house.Get<DayReportReader>().GetAsync(house.Manager)).Value.Day;

        // A bill is of the day on which its party came, which may be long before it orders.
        var came = bills.Select(bill => DateOnly.FromDateTime(bill.OpenedAt.UtcDateTime));
        var first = orders.Select(order => order.BusinessDay).Concat(came).Append(today).Min().AddDays(-1);
        await SalesAsync(new DayRange(first, today), orders);
        await DaysAsync(new DayRange(first, today), bills, orders);
    }

    /// <summary>Each order once, in its order, as it is, whole with its history; and in each narrower list exactly where it belongs.</summary>
    private async Task OrdersAsync(List<Order> orders)
    {
        var newestFirst = orders.OrderByDescending(order => order.BusinessDay).ThenByDescending(order => order.Number).ToList();
        (await AllOrdersAsync(new OrderQuery())).Should().BeEquivalentTo(newestFirst, options => options.WithStrictOrdering());
        OrderQuery[] narrower =
        [
            new() { Open = true },
            new() { Open = false },
            new() { Status = OrderStatus.Cancelled },
            new() { TableId = tables[0].Id },
            new() { Number = 2 },
            new() { MenuItemIds = [house.Dish(DishNames[0]).Id] },
            new() { MinTotal = new Money(20_000), MaxTotal = new Money(60_000) },
        ];
        foreach (var query in narrower)
        {
            (await AllOrdersAsync(query)).Select(order => order.Id).Should().Equal(newestFirst.Where(query.Holds).Select(order => order.Id));
        }

        foreach (var order in orders)
        {
            var history = (await house.Get<OrderHistoryReader>().GetAsync(house.Manager, order.Id)).Value;
            history.Events.Select(happened => happened.Version).Should().Equal(Enumerable.Range(1, order.Version), "nothing of an order is left out");
            history.Events.Select(happened => happened.Sequence).Should().BeInAscendingOrder();
            history
                .Events.LastOrDefault(happened => happened.ToTable is not null)
                ?.ToTable.Should()
                .Be(order.TableName, "it stands where it came to last");
        }
    }

    private async Task<List<Order>> AllOrdersAsync(OrderQuery query)
    {
        var found = new List<Order>();
        for (OrderCursor? after = null; ; )
        {
            var page = (await house.OrderReader.ListAsync(house.Manager, query with { Limit = Page, After = after })).Value;
            found.AddRange(page.Items);
            after = page.Next;
            if (after is null)
            {
                return found;
            }
        }
    }

    /// <summary>Each party's bill once, as the bill itself says; together they are all that was ordered and all that moved.</summary>
    private async Task BillsAsync(List<BillRow> bills, List<Order> orders)
    {
        bills.Should().OnlyHaveUniqueItems(bill => bill.SeatingId);
        foreach (var row in bills)
        {
            var bill = (await BillAsync(row.SeatingId)).Value;
            (row.Sums, row.State, row.TableName).Should().Be((bill.Sums, bill.State, bill.TableName));
            row.Orders.Should().Be(orders.Count(order => order.SeatingId == row.SeatingId && order.Status != OrderStatus.Cancelled));
        }

        Sum(bills, bill => bill.Sums.Subtotal).Should().Be(Sum(orders, order => order.Total), "whatever was ordered stands on a bill");
        (Sum(bills, bill => bill.Sums.Paid), Sum(bills, bill => bill.Sums.Refunded)).Should().Be(ledger.Moved);
        foreach (var state in Enum.GetValues<BillState>())
        {
            (await AllBillsAsync(new BillQuery { State = state, Limit = Page }))
                .Select(bill => bill.SeatingId)
                .Should()
                .Equal(bills.Where(bill => bill.State == state).Select(bill => bill.SeatingId));
        }
    }

    private async Task<List<BillRow>> AllBillsAsync(BillQuery query)
    {
        var found = new List<BillRow>();
        for (Guid? after = null; ; )
        {
            var page = (await house.Get<BillListReader>().ListAsync(house.Manager, query with { After = after })).Value;
            found.AddRange([.. page.Open, .. page.Past]);
            after = page.Next;
            if (after is null)
            {
                return found;
            }
        }
    }

    /// <summary>All of a period, each of its days, its bars, its half hours and its dishes are sums of the same orders.</summary>
    private async Task SalesAsync(DayRange days, List<Order> orders)
    {
        var sales = (await house.Statistics.SalesAsync(house.Manager, SalesPeriod.Between(days.From, days.To).Value)).Value;
        var standing = orders.Where(order => order.Status != OrderStatus.Cancelled).ToList();
        var trade = new Trade(standing.Count, Sum(standing, order => order.Total));
        Trade.Of(sales.Sum).Should().Be(trade);
        sales.Sum.Orders.Should().Be(orders.Count);
        (sales.Sum.Payments, sales.Sum.Refunds).Should().Be(ledger.Moved);
        foreach (var (day, kept) in sales.Days)
        {
            var placed = orders.Where(order => order.BusinessDay == day).ToList();
            (kept.Orders, kept.Served, kept.Cancelled, kept.Sales)
                .Should()
                .Be((placed.Count, Count(placed, OrderStatus.Served), Count(placed, OrderStatus.Cancelled), Sum(placed, order => order.Total)));
        }

        Trade.Sum(sales.Bars.Select(bar => bar.Now)).Should().Be(trade);
        var halfHours = (await house.Statistics.HalfHoursAsync(house.Manager, sales.Period)).Value;
        Trade.Sum(halfHours.Select(half => half.Trade)).Should().Be(trade);
        sales
            .Items.Select(item => (item.MenuItemId, item.Quantity, item.Sales))
            .Should()
            .BeEquivalentTo(
                orders
                    .SelectMany(order => order.Lines)
                    .Where(line => line.Quantity > 0)
                    .GroupBy(line => line.MenuItemId)
                    .Select(dish => (dish.Key, dish.Sum(line => line.Quantity), Sum(dish, line => line.UnitPrice * line.Quantity)))
            );
    }

    /// <summary>Each day as the day's page has it; the days together are all there was.</summary>
    private async Task DaysAsync(DayRange days, List<BillRow> bills, List<Order> orders)
    {
        var totals = new List<DayTotals>();
        for (var day = days.From; day <= days.To; day = day.AddDays(1))
        {
            totals.Add((await house.Get<DayReportReader>().GetAsync(house.Manager, day)).Value.Totals);
        }

        totals.Sum(day => day.Orders).Should().Be(orders.Count);
        Sum(totals, day => day.Sales).Should().Be(Sum(orders, order => order.Total));
        (Sum(totals, day => day.Moved.Taken), Sum(totals, day => day.Moved.GivenBack)).Should().Be(ledger.Moved);
        Sum(totals, day => day.Bills.Total).Should().Be(Sum(bills, bill => bill.Sums.Total));
        Sum(totals, day => day.Bills.Service).Should().Be(Sum(bills, bill => bill.Sums.Service));
        Sum(totals, day => day.Bills.Taxes.Aggregate(Money.Zero, (sum, tax) => sum + tax.Net + tax.Tax))
            .Should()
            .Be(Sum(totals, day => day.Bills.Total));
        var open = bills.Where(bill => bill.ClosedAt is null && bill.Sums.Due > Money.Zero).ToList();
        (totals[^1].OpenBills, totals[^1].OpenDue).Should().Be((open.Count, Sum(open, bill => bill.Sums.Due)));
    }

    private static int Count(List<Order> orders, OrderStatus status) => orders.Count(order => order.Status == status);

    private static Money Sum<T>(IEnumerable<T> all, Func<T, Money> of) => all.Aggregate(Money.Zero, (sum, one) => sum + of(one));
}
