using TableOrder.Core;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Feed;

public sealed class TopicsTests : HouseTests
{
    private static readonly string[] Watched = ["menu", "portions"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_change_at_any_moment_of_the_check_is_not_missed()
    {
        // Its timer never rings: a missed change would wait for ever.
        var topics = new Topics(House.Get<ReadPool>(), House.Get<CommitSignal>(), new HurriedTime(slower: 1000));
        for (var i = 0; i < 200; i++)
        {
            var seen = await topics.VersionAsync(Watched);
            var waiting = Task.Run(() => topics.ChangedAsync(Watched, seen, CancellationToken.None));
            await RaiseAsync(Watched[i % 2]);

            (await waiting.WaitAsync(Patience)).Should().Be(seen + 1);
        }
    }

    [Fact]
    public async Task Another_version_than_the_one_seen_answers_at_once()
    {
        var seen = await House.Topics.VersionAsync(Watched);
        await RaiseAsync("menu");

        (await House.Topics.ChangedAsync(Watched, seen, CancellationToken.None)).Should().Be(seen + 1);
    }

    [Fact]
    public async Task A_slow_timer_makes_up_for_a_lost_wake_up()
    {
        var topics = new Topics(House.Get<ReadPool>(), House.Get<CommitSignal>(), new HurriedTime(slower: 0.01));
        var seen = await topics.VersionAsync(Watched);
        var waiting = topics.ChangedAsync(Watched, seen, CancellationToken.None);
        waiting.IsCompleted.Should().BeFalse();

        await House.ExecuteAsync("UPDATE topics SET version = version + 1 WHERE name = 'menu'");

        (await waiting.WaitAsync(Patience)).Should().Be(seen + 1);
    }

    [Fact]
    public async Task Other_topics_wake_nobody_and_waiting_ends_with_the_page()
    {
        using var page = new CancellationTokenSource();
        var waiting = House.Topics.ChangedAsync(Watched, await House.Topics.VersionAsync(Watched), page.Token);
        await RaiseAsync("tables");
        waiting.IsCompleted.Should().BeFalse();

        await page.CancelAsync();

        await waiting.Invoking(wait => wait).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_forgotten()
    {
        using var page = new CancellationTokenSource();
        var (waiting, other) = (House.Topics.ChangedAsync(["a", "b"], 0, page.Token), House.Topics.ChangedAsync(["b"], 0, CancellationToken.None));
        House.Topics.Waited.Should().Be(2);

        await page.CancelAsync();
        await waiting.Invoking(wait => wait).Should().ThrowAsync<OperationCanceledException>();
        House.Topics.Waited.Should().Be(1, "another page still waits for b");
        await RaiseAsync("b");
        await other;

        House.Topics.Waited.Should().Be(0);
    }

    [Fact]
    public async Task Each_change_raises_its_topic_and_a_refusal_raises_none()
    {
        var guest = await House.SeatAsync(7);
        (await RaisedAsync(() => House.MenuDesk.ChangeAsync(House.Kitchen, new(House.Dish(Dishes.Rice).Id) { SoldOut = true })))
            .Should()
            .Equal("journal", "menu");
        (await RaisedAsync(() => House.MenuDesk.ChangeAsync(House.Kitchen, new(House.Dish(Dishes.Rice).Id) { PortionsLeft = 5 })))
            .Should()
            .Equal(["journal", "menu"], "whether a dish is counted stands in the menu");
        (await RaisedAsync(() => House.MenuDesk.ChangeAsync(House.Kitchen, new(House.Dish(Dishes.Rice).Id) { PortionsLeft = 4 })))
            .Should()
            .Equal("journal", "portions");
        (await RaisedAsync(() => House.OrderAsync(guest, Dishes.Shrimp)))
            .Should()
            .Equal(["portions", "tables"], "with its first order a party occupies its table");
        (await RaisedAsync(() => House.OrderAsync(guest, Dishes.Pancake))).Should().BeEmpty();
        (await RaisedAsync(() => House.SeatAsync(8))).Should().Equal("tables");
        (await RaisedAsync(() => House.Closing.CloseAsync(House.Floor, new CloseSeating(guest.SeatingId!.Value))))
            .Should()
            .BeEmpty("orders are open");
        var empty = (await House.SeatAsync(9)).SeatingId!.Value;
        (await RaisedAsync(() => House.CloseAsync(empty))).Should().Equal("access", $"bill:{empty:N}", $"cart:{empty:N}", "journal", "tables");
    }

    private Task<Outcome<bool>> RaiseAsync(string name) =>
        House.Writer.RunAsync<bool>(tx =>
        {
            Topics.Raise(tx, name);
            return true;
        });

    private async Task<IEnumerable<string>> RaisedAsync(Func<Task> act)
    {
        var before = Versions();
        await act();
        return Versions().Where(now => before.GetValueOrDefault(now.Key) != now.Value).Select(now => now.Key);
    }

    private Dictionary<string, long> Versions() =>
        House
            .Read(session => session.Query("SELECT name, version FROM topics ORDER BY name", row => (Name: row.Text(0), Version: row.Long(1))))
            .ToDictionary(topic => topic.Name, topic => topic.Version, StringComparer.Ordinal);

    /// <summary>Time whose timers ring so many times later than asked.</summary>
    private sealed class HurriedTime(double slower) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime * slower : dueTime, period);
    }
}
