namespace TableOrder.Tests.Api;

/// <summary>A guest's stream when their party becomes part of another: it ends, and what they go on from misses nothing of the party they are of now.</summary>
[Collection(ApiTests.Name)]
public sealed class MergedStreamTests(ApiHouse house)
{
    [Fact]
    public async Task A_guest_who_comes_back_after_a_merge_hears_all_of_both_parties_once()
    {
        await using var party = await Party.SeatAsync(house);
        await using var other = await Party.SeatAsync(house);
        using var stream = await party.Guest.FollowAsync();
        var mine = (await party.OrderAsync()).Id;
        var theirs = (await other.OrderAsync()).Id;

        await MergeAsync(party, other);
        var later = (await other.OrderAsync()).Id;
        await house.Kitchen.PostAsync($"orders/{theirs}/status", new { status = "preparing" });

        var heard = await UntilItEndsAsync(stream);
        heard.Where(block => block.Data is not null).Select(block => block.Data).Should().Equal($"order_placed:{mine}", $"order_moved:{mine}");
        using var resumed = await party.Guest.FollowAsync(lastEventId: $"{heard[^1].Id}");
        var last = (await party.OrderAsync()).Id;
        (await resumed.TakeAsync(3))
            .Select(block => block.Data)
            .Should()
            .Equal($"order_placed:{later}", $"order_status_updated:{theirs}", $"order_placed:{last}");
    }

    [Fact]
    public async Task Who_had_heard_nothing_yet_is_given_a_place_to_come_back_to()
    {
        await using var party = await Party.SeatAsync(house);
        await using var other = await Party.SeatAsync(house);
        using var stream = await party.Guest.FollowAsync();

        await MergeAsync(party, other);
        var later = (await other.OrderAsync()).Id;

        var heard = await UntilItEndsAsync(stream);
        heard.Should().ContainSingle().Which.Data.Should().BeNull("it is a place, no event");
        using var resumed = await party.Guest.FollowAsync(lastEventId: $"{heard[0].Id}");
        (await resumed.TakeAsync(1))[0].Data.Should().Be($"order_placed:{later}");
    }

    [Fact]
    public async Task The_other_partys_stream_goes_on()
    {
        await using var party = await Party.SeatAsync(house);
        await using var other = await Party.SeatAsync(house);
        using var ends = await party.Guest.FollowAsync();
        using var stays = await other.Guest.FollowAsync();
        var mine = (await party.OrderAsync()).Id;

        await MergeAsync(party, other);

        await ends.ShouldEndAsync();
        var next = (await other.OrderAsync()).Id;
        (await stays.TakeAsync(2)).Select(block => block.Data).Should().Equal($"order_moved:{mine}", $"order_placed:{next}");
    }

    private Task<Answer> MergeAsync(Party party, Party into) => house.Floor.PostAsync($"seatings/{party.Id}/merge", new { seatingId = into.Id });

    /// <summary>What a browser keeps: events and places.</summary>
    private static async Task<IReadOnlyList<Block>> UntilItEndsAsync(EventReader stream)
    {
        var heard = new List<Block>();
        while (await stream.NextAsync() is { } block)
        {
            if (block.Id is not null)
            {
                heard.Add(block);
            }
        }

        return heard;
    }
}
