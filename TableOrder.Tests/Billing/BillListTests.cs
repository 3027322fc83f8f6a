using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Core.Service;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Billing;

/// <summary>The list of bills, on a real database.</summary>
public sealed class BillListTests : HouseTests
{
    [Fact]
    public async Task Open_bills_come_first_then_past_ones_newest_first()
    {
        var past = new List<Guid>();
        foreach (var table in new[] { 1, 2, 3 })
        {
            past.Insert(0, await LeaveAsync(table));
        }

        var open = await House.OrderAsync(await House.SeatAsync(4), Dishes.Pancake);
        await House.SeatAsync(5);

        var list = await ListAsync(new BillQuery());

        list.Open.Select(bill => bill.SeatingId).Should().Equal(open.SeatingId);
        list.Open[0]
            .Should()
            .BeEquivalentTo(
                new
                {
                    TableName = "4",
                    Orders = 1,
                    State = BillState.Due,
                    ClosedAt = (DateTimeOffset?)null,
                    Sums = new { Due = open.Total },
                }
            );
        list.Past.Select(bill => bill.SeatingId).Should().Equal(past);
        list.Past.Should().OnlyContain(bill => bill.State == BillState.Paid);
        list.Next.Should().BeNull();
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_double()
    {
        var past = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            past.Insert(0, await LeaveAsync((i % 3) + 1));
        }

        var seen = new List<Guid>();
        var query = new BillQuery { Limit = 3 };
        BillList page;
        do
        {
            page = await ListAsync(query);
            seen.AddRange(page.Past.Select(bill => bill.SeatingId));
            query = query with { After = page.Next };
        } while (page.Next is not null);

        seen.Should().Equal(past);
    }

    [Fact]
    public async Task Every_state_is_found_and_is_what_the_bill_itself_says()
    {
        var due = (await House.OrderAsync(await House.SeatAsync(1), Dishes.Pancake)).SeatingId;
        var paid = await LeaveAsync(2);
        var credit = await House.OrderAsync(await House.SeatAsync(3), Dishes.Pancake);
        await House.PayAsync(credit.SeatingId, credit.Total);
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(credit.Id, "x"));
        var refunded = await LeaveAsync(4);
        await RefundAsync(refunded, 100);
        var writtenOff = (await House.OrderAsync(await House.SeatAsync(5), Dishes.Pancake)).SeatingId;
        await ServeAsync();
        await House.Closing.CloseAsync(House.Manager, new CloseSeating(writtenOff) { Force = true, WriteOffReason = "ran away" });
        var nothing = await House.OrderAsync(await House.SeatAsync(6), Dishes.Pancake);
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(nothing.Id, "x"));

        foreach (
            var (state, seating) in new[]
            {
                (BillState.Due, due),
                (BillState.Paid, paid),
                (BillState.Credit, credit.SeatingId),
                (BillState.Refunded, refunded),
                (BillState.WrittenOff, writtenOff),
                (BillState.Nothing, nothing.SeatingId),
            }
        )
        {
            var found = await ListAsync(new BillQuery { State = state });
            found.Open.Concat(found.Past).Should().ContainSingle(bill => bill.SeatingId == seating).And.HaveCount(1, $"one is {state}");
            (await House.Bills.GetAsync(House.Manager, seating)).Value.State.Should().Be(state);
        }
    }

    [Fact]
    public async Task A_bill_is_found_by_day_table_order_number_amount_and_reference()
    {
        await House.ExecuteAsync("UPDATE settings SET service_rate = 777");
        var first = await LeaveAsync(1);
        var day = (await House.Get<DayReportReader>().GetAsync(House.Manager)).Value.Day;
        House.Clock.Now += TimeSpan.FromDays(1);
        var second = await LeaveAsync(2, Dishes.Cola);
        var open = await House.OrderAsync(await House.SeatAsync(1), Dishes.Rice, Dishes.Rice);
        await House.ExecuteAsync("UPDATE payments SET reference = 'pi_3XyZ%42' WHERE seating_id = $1", second);
        var sums = (await House.Bills.GetAsync(House.Manager, second)).Value.Sums;

        (await FoundAsync(new BillQuery { Day = day })).Should().Equal(first);
        (await FoundAsync(new BillQuery { Day = day.AddDays(1) })).Should().Equal(open.SeatingId, second);
        (await FoundAsync(new BillQuery { TableId = (await House.TableAsync(1)).Id })).Should().Equal(open.SeatingId, first);
        (await FoundAsync(new BillQuery { OrderNumber = 1 })).Should().Equal(second, first);
        (await FoundAsync(new BillQuery { OrderNumber = 2 })).Should().Equal(open.SeatingId);
        (await FoundAsync(new BillQuery { OrderNumber = 1, Day = day })).Should().Equal(first);
        (await FoundAsync(new BillQuery { OrderNumber = 77 })).Should().BeEmpty();
        (await FoundAsync(new BillQuery { Amount = sums.Total })).Should().Equal(second);
        (await FoundAsync(new BillQuery { Amount = sums.Total + new Money(1) })).Should().BeEmpty();
        (await FoundAsync(new BillQuery { Reference = "3xyz%4" })).Should().Equal(second);
        (await FoundAsync(new BillQuery { Reference = "3xyz_4" })).Should().BeEmpty("what it looks for is no pattern");
        (await FoundAsync(new BillQuery { Reference = "pi_", TableId = (await House.TableAsync(1)).Id })).Should().BeEmpty();
    }

    [Fact]
    public async Task Parties_that_became_one_have_one_bill_and_a_moved_one_stands_where_it_sits()
    {
        var (guest, other) = (await House.SeatAsync(1), await House.SeatAsync(2));
        var order = await House.OrderAsync(guest, Dishes.Pancake);
        await House.OrderAsync(other, Dishes.Cola);
        await House.Moving.MergeAsync(House.Floor, order.SeatingId, other.SeatingId!.Value);
        await House.Moving.MoveAsync(House.Floor, other.SeatingId!.Value, (await House.TableAsync(9)).Id);

        var list = await ListAsync(new BillQuery());

        list.Past.Should().BeEmpty();
        list.Open.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    other.SeatingId,
                    TableName = "9",
                    Orders = 2,
                }
            );
    }

    [Fact]
    public async Task What_makes_no_sense_and_who_may_not_is_refused()
    {
        var reader = House.Get<BillListReader>();
        (await reader.ListAsync(House.Manager, new BillQuery { Limit = 0 })).Refusal!.Errors.Should().ContainKey("limit");
        (await reader.ListAsync(House.Manager, new BillQuery { Reference = new string('x', 101) })).Refusal!.Errors.Should().ContainKey("reference");
        (await reader.ListAsync(House.Floor, new BillQuery())).Refusal!.Code.Should().Be(Refusal.Forbidden);
        (await reader.StaffAsync(House.Manager)).Value.Should().Contain(House.Manager.LogName, House.Manager.Name);
    }

    [Fact]
    public void No_question_looks_at_a_whole_table_or_sorts()
    {
        BillQuery[] queries =
        [
            new(),
            new() { Day = new DateOnly(2026, 1, 1) },
            new() { TableId = Guid.NewGuid() },
            new() { State = BillState.WrittenOff },
            new() { Amount = new Money(1) },
            new() { Reference = "x" },
            new() { OrderNumber = 7, After = Guid.NewGuid() },
        ];
        foreach (var query in queries)
        {
            foreach (var (sql, values) in BillListSql.Statements(query))
            {
                var plan = House.Read(session => session.Query($"EXPLAIN QUERY PLAN {sql}", row => row.Text(3), values));
                var scans = plan.Where(step =>
                    step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("USING", StringComparison.Ordinal)
                );
                scans.Should().BeSubsetOf(["SCAN d"], $"days are few; of {query}");
                plan.Should().NotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
            }
        }
    }

    private async Task<Guid> LeaveAsync(int table, string dish = Dishes.Pancake)
    {
        var order = await House.OrderAsync(await House.SeatAsync(table), dish);
        await ServeAsync();
        (await House.CloseAsync(order.SeatingId, force: true)).Refusal.Should().BeNull();
        House.Clock.Now += TimeSpan.FromSeconds(1);
        return order.SeatingId;
    }

    /// <summary>All that was ordered is on its table.</summary>
    private async Task ServeAsync()
    {
        foreach (var order in (await House.OrderReader.ListAsync(House.Manager, new OrderQuery { Open = true })).Value.Items)
        {
            foreach (var to in new[] { LineStatus.Preparing, LineStatus.Ready, LineStatus.Served })
            {
                await House.Orders.StepAsync(House.Manager, new StepOrder(order.Id, to));
            }
        }
    }

    private async Task RefundAsync(Guid seating, long amount)
    {
        var payment = (await House.Bills.GetAsync(House.Manager, seating)).Value.Payments[0];
        await House.Payments.RefundAsync(House.Manager, new RefundPayment(Guid.NewGuid(), payment.Id, new Money(amount), "cold"));
    }

    private async Task<BillList> ListAsync(BillQuery query) => (await House.Get<BillListReader>().ListAsync(House.Manager, query)).Value;

    private async Task<IEnumerable<Guid>> FoundAsync(BillQuery query)
    {
        var list = await ListAsync(query);
        return list.Open.Concat(list.Past).Select(bill => bill.SeatingId);
    }
}
