using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

public sealed class RestartTests : IAsyncLifetime
{
    private readonly ApiHouse house = new();

    public Task InitializeAsync() => house.InitializeAsync();

    public Task DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task After_a_kill_and_a_restart_streams_resume_and_sign_ins_hold()
    {
        using var before = await house.Guest.FollowAsync();
        var first = await house.PlacedAsync();
        await house.PlacedAsync();
        var heard = (await before.TakeAsync(1))[0];

        await house.App.KillAsync();
        await house.App.StartAgainAsync();

        (await house.Guest.GetAsync($"orders/{first}")).Id.Should().Be(first);
        (await house.Manager.GetAsync("tables")).Body.GetArrayLength().Should().BeGreaterThan(0);
        await house.PlacedAsync();
        using var after = await house.Guest.FollowAsync(lastEventId: $"{heard.Id}");
        (await after.TakeAsync(2)).Select(block => block.Id).Should().Equal(2, 3);
    }

    [Fact]
    public async Task Asked_to_stop_it_ends_its_streams_and_exits_at_once()
    {
        using var stream = await house.Guest.FollowAsync();
        using var other = await house.Manager.FollowAsync("?after=0");
        await house.PlacedAsync();
        await stream.TakeAsync(1);

        var ended = stream.ShouldEndAsync();
        var (exitCode, took) = await house.App.StopAsync();

        await ended;
        exitCode.Should().Be(0);
        took.Should().BeLessThan(TimeSpan.FromSeconds(4));
        File.Exists(house.App.Database + "-wal").Should().BeFalse("the log was moved into the file");
        house.App.Output.Should().NotContain(line => line.Contains("fail:", StringComparison.Ordinal));
    }
}
