using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Opening;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Storage;

public sealed class WriterTests : HouseTests
{
    private const string Insert = "INSERT INTO topics (name, version) VALUES ($1, 1)";
    private const int Queue = 1024;

    [Fact]
    public async Task What_a_command_throws_goes_to_its_caller_and_harms_nobody_else()
    {
        var commands = Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? ThrowAsync($"lost {i}") : WriteAsync($"kept {i}")).ToList();

        for (var i = 0; i < commands.Count; i++)
        {
            if (i % 3 == 0)
            {
                await commands[i].Invoking(command => command).Should().ThrowAsync<InvalidTimeZoneException>();
            }
            else
            {
                (await commands[i]).Value.Should().Be(1);
            }
        }

        Count("kept").Should().Be(40);
        Count("lost").Should().Be(0);
    }

    [Fact]
    public async Task A_database_error_rolls_back_its_own_command_only()
    {
        await WriteAsync("kept");
        var twice = House.Writer.RunAsync<int>(tx => tx.Session.Execute(Insert, "lost") + tx.Session.Execute(Insert, "kept"));
        var after = WriteAsync("kept too");

        await twice.Invoking(command => command).Should().ThrowAsync<SqliteException>();
        (await after).Value.Should().Be(1);
        (Count("kept"), Count("lost")).Should().Be((2, 0));
    }

    [Fact]
    public async Task A_refusal_rolls_back()
    {
        var refused = await House.Writer.RunAsync<int>(tx =>
        {
            tx.Session.Execute(Insert, "lost");
            return new Refusal("no");
        });

        refused.Refusal!.Code.Should().Be("no");
        Count("lost").Should().Be(0);
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_keeps_what_it_took()
    {
        using var gate = new ManualResetEventSlim();
        var blocking = await BlockAsync(gate);

        var waiting = Enumerable.Range(0, Queue).Select(i => WriteAsync($"kept {i}")).ToList();
        var tooMany = WriteAsync("lost");

        tooMany.IsCompleted.Should().BeTrue();
        (await tooMany).Refusal.Should().BeEquivalentTo(new Refusal("busy") { RetryAfter = TimeSpan.FromSeconds(1) });
        gate.Set();
        await blocking;
        (await Task.WhenAll(waiting)).Should().OnlyContain(answer => answer.Refusal == null);
        (Count("kept"), Count("lost")).Should().Be((Queue, 0));
    }

    [Fact]
    public async Task Cancellation_counts_only_until_the_command_is_taken()
    {
        using var gate = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        var blocking = await BlockAsync(gate, cancel.Token);
        var waiting = House.Writer.RunAsync<int>(tx => tx.Session.Execute(Insert, "lost"), cancel.Token);

        await cancel.CancelAsync();
        gate.Set();

        (await blocking).Value.Should().Be(1);
        await waiting.Invoking(command => command).Should().ThrowAsync<OperationCanceledException>();
        (Count("blocked"), Count("lost")).Should().Be((1, 0));
    }

    [Fact]
    public async Task Listeners_hear_of_a_change_after_its_commit_and_never_of_a_refused_one()
    {
        var heard = new List<string>();
        House.Get<CommitSignal>().Listen(changed => heard.AddRange(changed.Select(name => $"{name} {Count("kept")}")));

        await House.Writer.RunAsync<int>(tx =>
        {
            tx.Announce("told");
            return tx.Session.Execute(Insert, "kept");
        });
        await House.Writer.RunAsync<int>(tx =>
        {
            tx.Announce("untold");
            return new Refusal("no");
        });

        heard.Should().Equal("told 1");
    }

    [Fact]
    public async Task Closing_finishes_what_waits_and_takes_no_more()
    {
        var folder = Directory.CreateTempSubdirectory("tableorder-test").FullName;
        var file = Path.Combine(folder, "t.db");
        var services = TestHouse.Build(file, TimeProvider.System);
        services.OpenDatabase();
        var writer = services.GetRequiredService<Writer>();
        var waiting = Enumerable.Range(0, 200).Select(i => writer.RunAsync<int>(tx => tx.Session.Execute(Insert, $"{i}"))).ToList();

        await services.DisposeAsync();

        waiting.Should().OnlyContain(command => command.IsCompletedSuccessfully);
        (await writer.RunAsync<int>(_ => 1)).Refusal!.Code.Should().Be("busy");
        new FileInfo(file + "-wal").Should().Match<FileInfo>(wal => !wal.Exists || wal.Length == 0, "the log was moved into the file");
        Directory.Delete(folder, recursive: true);
    }

    private Task<Outcome<int>> WriteAsync(string name) => House.Writer.RunAsync<int>(tx => tx.Session.Execute(Insert, name));

    private Task<Outcome<int>> ThrowAsync(string name) =>
        House.Writer.RunAsync<int>(tx => tx.Session.Execute(Insert, name) == 1 ? throw new InvalidTimeZoneException() : 0);

    /// <summary>A command that is being run until the gate opens.</summary>
    private async Task<Task<Outcome<int>>> BlockAsync(ManualResetEventSlim gate, CancellationToken cancellation = default)
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var blocking = House.Writer.RunAsync<int>(
            tx =>
            {
                taken.SetResult();
                gate.Wait(CancellationToken.None);
                return tx.Session.Execute(Insert, "blocked");
            },
            cancellation
        );
        await taken.Task;
        return blocking;
    }

    private long Count(string prefix) => House.Ask("SELECT count(*) FROM topics WHERE name LIKE $1 || '%'", prefix);
}
