using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using TableOrder.Core;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Storage;

/// <summary>What waits while the writer is busy is committed together; each command is as safe as if it were alone.</summary>
public sealed class GroupCommitTests : IAsyncLifetime
{
    private const string Insert = "INSERT INTO topics (name, version) VALUES ($1, 1)";

    private readonly Statements statements = new();

    public GroupCommitTests() => House = new TestHouse(statements.Hear);

    private TestHouse House { get; }

    public Task InitializeAsync() => House.InitializeAsync();

    public async Task DisposeAsync() => await House.DisposeAsync();

    [Fact]
    public async Task What_waits_becomes_one_commit()
    {
        var answers = await TogetherAsync([.. Enumerable.Range(0, 50).Select(i => Kept($"kept {i}"))]);

        answers.Should().OnlyContain(answer => answer.IsCompletedSuccessfully);
        Count("kept").Should().Be(50);
        statements
            .All.Count(sql => sql.StartsWith("BEGIN IMMEDIATE", StringComparison.Ordinal))
            .Should()
            .Be(2, "the one that blocked, and all others");
    }

    [Fact]
    public async Task Nobody_is_answered_before_the_commit_and_all_see_each_other_after_it()
    {
        var seen = new ConcurrentBag<long>();
        House.Get<CommitSignal>().Listen(_ => seen.Add(Count("kept")));
        await TogetherAsync([.. Enumerable.Range(0, 20).Select(i => Kept($"kept {i}"))]);

        seen.Should().BeEquivalentTo([0L, 20L], "the first commit is the blocker's; the other holds all");
    }

    [Fact]
    public async Task A_refusal_a_fault_and_a_broken_constraint_take_only_their_own_rows_with_them()
    {
        var answers = await TogetherAsync([
            Kept("kept 1"),
            tx => tx.Session.Execute(Insert, "lost 1") == 1 ? new Refusal("no") : 1,
            tx => tx.Session.Execute(Insert, "lost 2") == 1 ? throw new InvalidTimeZoneException() : 1,
            tx => tx.Session.Execute(Insert, "lost 3") + tx.Session.Execute(Insert, "kept 1"),
            Kept("kept 2"),
        ]);

        (await answers[1]).Refusal!.Code.Should().Be("no");
        await answers[2].Invoking(answer => answer).Should().ThrowAsync<InvalidTimeZoneException>();
        (await answers[3].Invoking(answer => answer).Should().ThrowAsync<SqliteException>())
            .Which.SqliteErrorCode.Should()
            .Be(SQLitePCL.raw.SQLITE_CONSTRAINT);
        ((await answers[0]).Value, (await answers[4]).Value).Should().Be((1, 1));
        (Count("kept"), Count("lost")).Should().Be((2, 0));
        statements
            .All.Count(sql => sql.StartsWith("BEGIN IMMEDIATE", StringComparison.Ordinal))
            .Should()
            .Be(3, "the one that blocked, the try that was ended, and the one with savepoints");
        House.Writer.Fault.Should().BeNull("a command's own mistake is not the database's");
    }

    [Fact]
    public async Task Who_refuses_or_throws_before_writing_anything_ends_no_try()
    {
        var answers = await TogetherAsync([Kept("kept 1"), _ => new Refusal("no"), _ => throw new InvalidTimeZoneException(), Kept("kept 2")]);

        (await answers[1]).Refusal!.Code.Should().Be("no");
        await answers[2].Invoking(answer => answer).Should().ThrowAsync<InvalidTimeZoneException>();
        Count("kept").Should().Be(2);
        statements
            .All.Count(sql => sql.StartsWith("BEGIN IMMEDIATE", StringComparison.Ordinal))
            .Should()
            .Be(2, "the one that blocked, and all others");
        statements.All.Should().NotContain(sql => sql.StartsWith("SAVEPOINT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_whose_caller_gave_up_before_it_was_taken_leaves_no_trace_among_others()
    {
        using var gate = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        var blocking = await BlockAsync(gate);
        var before = House.Writer.RunAsync(Kept("kept 1"));
        var given = House.Writer.RunAsync(Kept("lost"), cancel.Token);
        var after = House.Writer.RunAsync(Kept("kept 2"));

        await cancel.CancelAsync();
        gate.Set();

        await Task.WhenAll(blocking, before, after);
        await given.Invoking(answer => answer).Should().ThrowAsync<OperationCanceledException>();
        (Count("kept"), Count("lost")).Should().Be((2, 0));
    }

    [Fact]
    public async Task Sums_of_one_row_are_merged_and_a_rolled_back_command_takes_its_own_back()
    {
        var tally = new Tally("topics", ["name"], ["version"]);
        Func<Tx, Outcome<int>> Add(long difference, bool refuses = false) =>
            tx =>
            {
                tx.Tallied.Add(tally, new TallyKey("sum"), 0, difference);
                return refuses ? new Refusal("no") : 1;
            };

        await TogetherAsync([Add(5), Add(100, refuses: true), Add(7), Add(-2)]);

        House.Ask("SELECT version FROM topics WHERE name = 'sum'").Should().Be(10);
        statements
            .All.Count(sql => sql.Contains("'sum'", StringComparison.Ordinal) && sql.StartsWith("INSERT", StringComparison.Ordinal))
            .Should()
            .Be(1);
    }

    [Fact]
    public async Task A_full_disk_harms_only_the_command_that_does_not_fit_and_heals_when_there_is_room()
    {
        await LimitAsync(extraPages: 40);
        var answers = await TogetherAsync([Kept("kept 1"), Fill("lost"), Kept("kept 2")]);

        (await answers[1].Invoking(answer => answer).Should().ThrowAsync<SqliteException>())
            .Which.SqliteErrorCode.Should()
            .Be(SQLitePCL.raw.SQLITE_FULL);
        ((await answers[0]).Value, (await answers[2]).Value).Should().Be((1, 1));
        (Count("kept"), Count("lost")).Should().Be((2, 0));

        await LimitAsync(extraPages: 100_000);
        (await House.Writer.RunAsync(Fill("kept big"))).Value.Should().Be(1);
        House.Writer.Fault.Should().BeNull();
        House.Ask("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'").Should().Be(0);
    }

    [Fact]
    public async Task A_command_that_hides_a_full_disk_is_not_believed_and_harms_nobody()
    {
        await LimitAsync(extraPages: 40);
        var answers = await TogetherAsync([Kept("kept 1"), Hides(Fill("lost")), Kept("kept 2")]);

        await answers[1].Invoking(answer => answer).Should().ThrowAsync<InvalidOperationException>("its transaction was gone");
        ((await answers[0]).Value, (await answers[2]).Value).Should().Be((1, 1));
        (Count("kept"), Count("lost")).Should().Be((2, 0));
    }

    [Fact]
    public async Task A_command_alone_that_hides_the_end_of_its_transaction_leaves_no_sums()
    {
        var tally = new Tally("topics", ["name"], ["version"]);
        var hides = House.Writer.RunAsync<int>(tx =>
        {
            tx.Tallied.Add(tally, new TallyKey("lost"), 0, 5);
            return tx.Session.Execute("ROLLBACK");
        });

        await hides.Invoking(answer => answer).Should().ThrowAsync<InvalidOperationException>();
        Count("lost").Should().Be(0);
        (await House.Writer.RunAsync(Kept("kept"))).Value.Should().Be(1);
        House.Writer.Fault.Should().BeNull();
    }

    [Fact]
    public async Task A_disk_without_any_room_is_told_to_health_and_loses_nothing()
    {
        await House.Writer.RunAsync(Kept("kept"));
        await LimitAsync(extraPages: 0);
        await House.Writer.Invoking(writer => writer.RunAsync(Fill("lost"))).Should().ThrowAsync<SqliteException>();

        House.Writer.Fault.Should().BeOfType<SqliteException>();
        (Count("kept"), Count("lost")).Should().Be((1, 0));
    }

    private static Func<Tx, Outcome<int>> Kept(string name) => tx => tx.Session.Execute(Insert, name);

    private static Func<Tx, Outcome<int>> Hides(Func<Tx, Outcome<int>> command) =>
        tx =>
        {
            try
            {
                return command(tx);
            }
            catch (SqliteException)
            {
                return 1;
            }
        };

    /// <summary>A command that needs some hundred pages.</summary>
    private static Func<Tx, Outcome<int>> Fill(string name) => tx => tx.Session.Execute(Insert, name + new string('x', 1_000_000));

    /// <summary>Lets the database grow by so many pages and no further, as a disk would.</summary>
    private Task<Outcome<int>> LimitAsync(int extraPages) =>
        House.Writer.RunAsync<int>(tx =>
        {
            var pages = tx.Session.First("PRAGMA page_count", row => row.Long(0));
            return tx.Session.First($"PRAGMA max_page_count={pages + extraPages}", row => row.Int(0));
        });

    /// <summary>Runs commands that all wait when the writer gets to them.</summary>
    private async Task<IReadOnlyList<Task<Outcome<int>>>> TogetherAsync(IReadOnlyList<Func<Tx, Outcome<int>>> commands)
    {
        using var gate = new ManualResetEventSlim();
        statements.Forget();
        var blocking = await BlockAsync(gate);
        var answers = commands.Select(command => House.Writer.RunAsync(command)).ToList();
        answers.Should().OnlyContain(answer => !answer.IsCompleted);
        gate.Set();
        await blocking;
        await Task.WhenAny(Task.WhenAll(answers));
        return answers;
    }

    private async Task<Task<Outcome<int>>> BlockAsync(ManualResetEventSlim gate)
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var blocking = House.Writer.RunAsync<int>(_ =>
        {
            taken.TrySetResult();
            gate.Wait(CancellationToken.None);
            return 1;
        });
        await taken.Task;
        return blocking;
    }

    private long Count(string prefix) => House.Ask("SELECT count(*) FROM topics WHERE name LIKE $1 || '%'", prefix);
}
