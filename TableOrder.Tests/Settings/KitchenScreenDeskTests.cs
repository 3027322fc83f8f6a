using TableOrder.Core.Access;
using TableOrder.Core.Stations;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Settings;

/// <summary>How the kitchen's screens look and sound, on every device.</summary>
public sealed class KitchenScreenDeskTests : HouseTests
{
    [Theory]
    [InlineData("grill")]
    [InlineData(KitchenScreen.All)]
    [InlineData(KitchenScreen.Expo)]
    public async Task A_screen_is_as_it_comes_until_somebody_sets_it(string screen)
    {
        (await ReadAsync(screen)).Should().BeEquivalentTo(new KitchenScreen(screen));
        var wished = new KitchenScreen(screen)
        {
            Columns = 3,
            Volume = 0,
            Muted = true,
            Silent = [KitchenSound.Ready, KitchenSound.New, KitchenSound.Ready],
            SeesOthers = true,
            SeesHeld = true,
        };

        var kept = (await SetAsync(wished)).Value;

        kept.Should().BeEquivalentTo(wished with { Silent = [KitchenSound.New, KitchenSound.Ready] }, same => same.WithStrictOrdering());
        (await ReadAsync(screen)).Should().BeEquivalentTo(kept, same => same.WithStrictOrdering());
        (await SetAsync(new KitchenScreen(screen))).Value.Silent.Should().BeEmpty("a screen is set as a whole");
        (await ReadAsync(screen)).Should().BeEquivalentTo(new KitchenScreen(screen));
    }

    [Fact]
    public async Task Another_screen_stays_as_it_was()
    {
        await SetAsync(new KitchenScreen("grill") { Columns = 2 });

        (await ReadAsync("bar")).Columns.Should().Be(0);
    }

    [Theory]
    [InlineData(-1, 70, KitchenSound.New, "columns")]
    [InlineData(9, 70, KitchenSound.New, "columns")]
    [InlineData(0, -1, KitchenSound.New, "volume")]
    [InlineData(8, 101, KitchenSound.New, "volume")]
    [InlineData(8, 100, (KitchenSound)9, "silent")]
    public async Task What_is_out_of_bounds_is_refused(int columns, int volume, KitchenSound silent, string field)
    {
        var wished = new KitchenScreen("grill")
        {
            Columns = columns,
            Volume = volume,
            Silent = [silent],
        };

        (await SetAsync(wished)).Refusal!.Errors.Should().ContainKey(field);
        House.Ask("SELECT count(*) FROM kitchen_screens").Should().Be(0);
    }

    [Fact]
    public async Task A_screen_that_there_is_none_of_is_not_found()
    {
        (await SetAsync(new KitchenScreen("nowhere"))).Refusal!.Code.Should().Be("not_found");
    }

    [Fact]
    public async Task Screens_that_look_hear_of_it()
    {
        var before = await House.Topics.VersionAsync(KitchenScreenReader.Watched);

        await SetAsync(new KitchenScreen("grill") { Columns = 2 });

        (await House.Topics.VersionAsync(KitchenScreenReader.Watched)).Should().BeGreaterThan(before);
    }

    [Fact]
    public async Task The_kitchen_and_the_manager_set_it_and_waiters_look()
    {
        (await SetAsync(new KitchenScreen("grill"), House.Manager)).Refusal.Should().BeNull();
        (await SetAsync(new KitchenScreen("grill"), House.Floor)).Refusal!.Code.Should().Be("forbidden");
        (await House.Get<KitchenScreenReader>().GetAsync(House.Floor, "grill")).Refusal.Should().BeNull();
        (await House.Get<KitchenScreenReader>().GetAsync(await House.SeatAsync(7), "grill")).Refusal!.Code.Should().Be("forbidden");
    }

    private Task<Core.Outcome<KitchenScreen>> SetAsync(KitchenScreen screen, Actor? actor = null) =>
        House.Get<KitchenScreenDesk>().SetAsync(actor ?? House.Kitchen, screen);

    private async Task<KitchenScreen> ReadAsync(string screen) => (await House.Get<KitchenScreenReader>().GetAsync(House.Kitchen, screen)).Value;
}
