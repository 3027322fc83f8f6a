namespace TableOrder.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class StreamTests(ApiHouse house)
{
    [Fact]
    public async Task A_reader_that_was_cut_off_misses_nothing_and_hears_nothing_twice()
    {
        var start = await house.Manager.SequenceAsync();
        var heard = new List<Block>();
        using (var stream = await house.Manager.FollowAsync())
        {
            await house.PlacedAsync();
            await house.PlacedAsync();
            heard.AddRange(await stream.TakeAsync(1));
        }

        for (var i = 0; i < 250; i++)
        {
            await house.PlacedAsync();
        }

        using var resumed = await house.Manager.FollowAsync(lastEventId: $"{heard[^1].Id}");
        await house.PlacedAsync();
        heard.AddRange(await resumed.TakeAsync(252));

        heard.Select(block => block.Id).Should().Equal(Enumerable.Range(1, 253).Select(i => (long?)(start + i)));
        heard.Should().OnlyContain(block => block.Event == null && block.Data!.StartsWith("order_placed:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stream_opened_after_a_lists_position_misses_nothing()
    {
        var list = (await house.Manager.GetAsync("orders?limit=1")).Body.GetProperty("sequence").GetInt64();
        var id = await house.PlacedAsync();
        await house.Kitchen.PostAsync($"orders/{id}/status", new { status = "preparing" });
        await house.Kitchen.PostAsync($"orders/{id}/status", new { status = "ready" });
        await house.Manager.PostAsync($"orders/{id}/cancel", new { reason = "dropped" });

        using var stream = await house.Manager.FollowAsync($"?after={list}");

        (await stream.TakeAsync(4))
            .Select(block => block.Data)
            .Should()
            .Equal($"order_placed:{id}", $"order_status_updated:{id}", $"order_status_updated:{id}", $"order_cancelled:{id}");
    }

    [Fact]
    public async Task After_zero_replays_from_the_beginning()
    {
        await house.PlacedAsync();
        var head = (int)await house.Manager.SequenceAsync();

        using var stream = await house.Manager.FollowAsync("?after=0");

        (await stream.TakeAsync(head)).Select(block => block.Id).Should().Equal(Enumerable.Range(1, head).Select(i => (long?)i));
    }

    [Theory]
    [InlineData("9000000000000")]
    [InlineData("99999999999999999999999")]
    [InlineData("-5")]
    [InlineData("nonsense")]
    public async Task A_position_that_nobody_knows_leads_to_one_resync(string position)
    {
        var head = await house.Manager.SequenceAsync();

        using var stream = await house.Manager.FollowAsync(lastEventId: position);
        var resync = (await stream.TakeAsync(1))[0];
        await house.PlacedAsync();
        var next = (await stream.TakeAsync(1))[0];

        resync.Event.Should().Be("resync");
        resync.Data.Should().Be($"{head}");
        next.Id.Should().Be(head + 1);
    }

    [Fact]
    public async Task The_place_a_browser_remembers_is_newer_than_the_address_it_began_with()
    {
        await house.PlacedAsync();
        await house.PlacedAsync();
        var head = await house.Manager.SequenceAsync();

        using var stream = await house.Manager.FollowAsync("?after=0", lastEventId: $"{head - 1}");

        (await stream.TakeAsync(1))[0].Id.Should().Be(head);
    }

    [Fact]
    public async Task Guests_hear_of_their_own_seating_only()
    {
        using var mine = await house.Guest.FollowAsync();
        using var theirs = await house.Stranger.FollowAsync();

        var my = await house.PlacedAsync();
        var their = (await house.Stranger.PlaceAsync(house.Order())).Id;

        (await mine.TakeAsync(1))[0].Data.Should().Be($"order_placed:{my}");
        (await theirs.TakeAsync(1))[0].Data.Should().Be($"order_placed:{their}");
    }

    [Fact]
    public async Task It_opens_with_retry_at_once_and_a_comment_keeps_it_alive()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        using var stream = await house.Guest.FollowAsync();

        (await stream.NextAsync()).Should().Be(new Block(null, null, null, IsComment: false));
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
        (await stream.NextAsync())!.IsComment.Should().BeTrue();
        clock.Elapsed.Should().BeCloseTo(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Nobody_without_a_name_may_follow()
    {
        using var nobody = new ApiClient(house.App.Address);
        (await nobody.GetAsync("orders/stream")).ShouldBeProblem(401, "unauthorized");
    }
}
