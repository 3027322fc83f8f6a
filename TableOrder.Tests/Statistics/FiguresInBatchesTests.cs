using Microsoft.Data.Sqlite;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Statistics;

/// <summary>Figures of a batch are written once for all its commands: whoever is rolled back takes their own with them.</summary>
public sealed class FiguresInBatchesTests : HouseTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Money Some = new(5_000);

    [Fact]
    public async Task A_command_that_is_rolled_back_takes_its_figures_with_it()
    {
        using var gate = new ManualResetEventSlim();
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet);
        var blocked = await BlockAsync(gate);

        // All of these wait, and become one batch.
        var placed = Enumerable.Range(0, 10).Select(_ => House.OrderAsync(guest, Dishes.Pancake, Dishes.Cola)).ToList();
        var thrown = House.Writer.RunAsync<int>(tx =>
        {
            Contribution.Add(tx.Tallied, null, order);
            throw new InvalidTimeZoneException();
        });
        var refused = House.Writer.RunAsync<int>(tx =>
        {
            Contribution.Add(tx.Tallied, null, order);
            return new Refusal("no");
        });
        var bumped = House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, LineStatus.Ready));
        gate.Set();

        await blocked;
        await Task.WhenAll(placed);
        (await bumped).Value.Status.Should().Be(OrderStatus.Ready);
        (await refused).Refusal!.Code.Should().Be("no");
        await thrown.Invoking(command => command).Should().ThrowAsync<InvalidTimeZoneException>();
        Recount.ShouldAgree(House).Should().HaveCount(11);
    }

    [Fact]
    public async Task A_call_whose_answer_is_rolled_back_still_waits_in_the_figures()
    {
        using var gate = new ManualResetEventSlim();
        var guest = await House.SeatAsync(7);
        var call = (await House.CallDesk.CallAsync(guest, new CallStaff(CallKind.Water))).Value.Call;
        House.Clock.Now += TimeSpan.FromSeconds(42);
        var blocked = await BlockAsync(gate);

        var thrown = House.Writer.RunAsync<int>(tx =>
        {
            CallSql.Answer(tx, House.Floor, CallSql.Find(tx.Session, call.Id)!, CallState.Confirmed);
            throw new InvalidTimeZoneException();
        });
        gate.Set();
        await blocked;
        await thrown.Invoking(command => command).Should().ThrowAsync<InvalidTimeZoneException>();

        (await House.Calls.LogAsync(House.Manager)).Value.Answers.Should().Be(new CallAnswers(1, 0, 0, 0, null));
        Recount.ShouldAgree(House);
        await House.CallDesk.ConfirmAsync(House.Floor, call.Id);
        (await House.Calls.LogAsync(House.Manager)).Value.Answers.Should().Be(new CallAnswers(0, 1, 0, 1, TimeSpan.FromSeconds(42)));
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Figures_that_cannot_be_written_are_not_added_to_the_next_ones()
    {
        using var gate = new ManualResetEventSlim();
        var guest = await House.SeatAsync(7);
        var blocked = await BlockAsync(gate, "CREATE TRIGGER broken BEFORE INSERT ON statistics_half_hours BEGIN SELECT RAISE(ABORT, 'broken'); END");
        var lost = Enumerable.Range(0, 3).Select(_ => House.OrderAsync(guest, Dishes.Pancake)).ToList();
        gate.Set();
        await blocked;
        foreach (var order in lost)
        {
            await order.Invoking(command => command).Should().ThrowAsync<SqliteException>();
        }

        await House.ExecuteAsync("DROP TRIGGER IF EXISTS broken");
        await House.OrderAsync(guest, Dishes.Pancake);

        Recount.ShouldAgree(House).Should().ContainSingle();
    }

    [Fact]
    public async Task Money_counts_for_the_day_it_moved_and_is_never_netted()
    {
        await MoveAsync(Today, Some, Money.Zero);
        await MoveAsync(Today, Some, Some);
        await MoveAsync(Today.AddDays(1), Money.Zero, Some);

        (await ReadAsync(Today)).Should().Be(new DayFigures { Payments = new Money(10_000), Refunds = Some });
        (await ReadAsync(Today.AddDays(1))).Should().Be(new DayFigures { Refunds = Some });
    }

    [Fact]
    public async Task Money_of_a_command_that_is_refused_never_moved()
    {
        await House.Writer.RunAsync<int>(tx =>
        {
            StatisticsSql.AddMoney(tx, Today, Some, Some);
            return new Refusal("no");
        });
        await MoveAsync(Today, Some, Money.Zero);

        (await ReadAsync(Today)).Should().Be(new DayFigures { Payments = Some });
    }

    private async Task MoveAsync(DateOnly day, Money payments, Money refunds) =>
        await House.Writer.RunAsync<int>(tx =>
        {
            StatisticsSql.AddMoney(tx, day, payments, refunds);
            return 0;
        });

    private async Task<DayFigures> ReadAsync(DateOnly day) => (await House.Statistics.GetAsync(House.Manager, day, day)).Value.Sum;

    /// <summary>A command that is being run until the gate opens.</summary>
    private async Task<Task<Outcome<int>>> BlockAsync(ManualResetEventSlim gate, string sql = "SELECT 1")
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var blocking = House.Writer.RunAsync<int>(tx =>
        {
            taken.SetResult();
            gate.Wait(CancellationToken.None);
            return tx.Session.Execute(sql);
        });
        await taken.Task;
        return blocking;
    }
}
