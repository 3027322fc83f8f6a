using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Stations;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Settings;

/// <summary>When a station's tickets turn yellow and red, and how a station goes.</summary>
public sealed class StationDeskTests : HouseTests
{
    private static readonly TimeSpan Five = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Ten = TimeSpan.FromMinutes(10);

    private StationDesk Desk => House.Get<StationDesk>();

    [Theory]
    [InlineData(10, 11)]
    [InlineData(300, 10_800)]
    public async Task A_stations_ages_are_what_somebody_set(int warn, int late)
    {
        (await AgeAsync("grill", warn, late)).Refusal.Should().BeNull();

        var grill = (await House.MenuReader.GetAsync(House.Kitchen)).Value.Menu.Station("grill")!;
        (grill.WarnAfter.TotalSeconds, grill.LateAfter.TotalSeconds).Should().Be((warn, late));
    }

    [Theory]
    [InlineData(9.9, 60)]
    [InlineData(60, 60)]
    [InlineData(60.1, 60.9)]
    [InlineData(60, 10_801)]
    public async Task Ages_out_of_bounds_or_order_are_refused(double warn, double late)
    {
        (await AgeAsync("grill", warn, late)).Refusal!.Errors.Should().ContainKey("lateAfter");
    }

    [Fact]
    public async Task A_station_where_dishes_are_made_stays()
    {
        (await Desk.RemoveAsync(House.Manager, "grill")).Refusal!.Code.Should().Be("station_in_use");

        await House.ExecuteAsync("UPDATE menu_items SET archived_at = 0 WHERE station = 'grill'");
        (await Desk.RemoveAsync(House.Manager, "grill")).Refusal!.Code.Should().Be("station_in_use", "a dish that left the menu may come back");
    }

    [Fact]
    public async Task A_station_without_dishes_goes_with_its_screens_settings_and_its_open_tickets_stay_on_the_screen_of_all()
    {
        var screens = House.Get<KitchenScreenDesk>();
        await screens.SetAsync(House.Kitchen, new KitchenScreen("bar") { Columns = 5 });
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Sorbet);
        await House.ExecuteAsync("UPDATE menu_items SET station = 'grill' WHERE station = 'bar'");

        (await Desk.RemoveAsync(House.Manager, "bar")).Refusal.Should().BeNull();

        (await House.MenuReader.GetAsync(House.Kitchen)).Value.Menu.Station("bar").Should().BeNull();
        (await House.Get<KitchenScreenReader>().GetAsync(House.Kitchen, "bar")).Value.Columns.Should().Be(0);
        (await screens.SetAsync(House.Kitchen, new KitchenScreen("bar"))).Refusal!.Code.Should().Be("not_found");
        (await House.OrderReader.KitchenAsync(House.Kitchen, null)).Value.Items.Select(open => open.Id).Should().Equal(order.Id);
        (await House.StepAsync(order, Core.Ordering.LineStatus.Ready, "bar")).Ticket("bar").BumpedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task A_new_station_comes_last_with_a_slug_of_its_own_and_may_be_called_otherwise_later()
    {
        var slug = (await Desk.SetAsync(House.Manager, Station(null, "Wok & Fire"))).Value;
        var second = (await Desk.SetAsync(House.Manager, Station(null, "Wok – fire"))).Value;
        var korean = (
            await Desk.SetAsync(
                House.Manager,
                new SetStation(null, new LocalText(new Dictionary<string, string>(StringComparer.Ordinal) { ["ko"] = "화덕" }), "🔥", Five, Ten)
            )
        ).Value;
        (slug, second, korean).Should().Be(("wok-fire", "wok-fire-2", "station"));

        (await Desk.SetAsync(House.Manager, Station(slug, "Wok"))).Value.Should().Be(slug);
        var stations = (await House.MenuReader.GetAsync(House.Manager)).Value.Menu.Stations;
        stations.Select(station => station.Slug).Should().EndWith([slug, second, korean]);
        stations
            .Single(station => string.Equals(station.Slug, slug, StringComparison.Ordinal))
            .Should()
            .Match<Station>(station => station.Name.In("en") == "Wok" && station.WarnAfter == Five && station.LateAfter == Ten);
    }

    [Fact]
    public async Task Stations_stand_as_they_are_put()
    {
        var before = (await House.MenuReader.GetAsync(House.Manager)).Value.Menu.Stations.Select(station => station.Slug).ToList();

        await Desk.ArrangeAsync(House.Manager, [before[^1], "nowhere", before[0]]);

        (await House.MenuReader.GetAsync(House.Manager))
            .Value.Menu.Stations.Select(station => station.Slug)
            .Should()
            .Equal([before[^1], before[0], .. before.Skip(1).SkipLast(1)]);
    }

    [Fact]
    public async Task A_station_needs_a_name_a_sign_and_ages_in_order()
    {
        (await Desk.SetAsync(House.Manager, Station(null, " "))).Refusal!.Errors.Should().ContainKey("name");
        (await Desk.SetAsync(House.Manager, Station(null, new string('x', 25)))).Refusal!.Errors.Should().ContainKey("name");
        (await Desk.SetAsync(House.Manager, Station(null, "x") with { Emoji = "" })).Refusal!.Errors.Should().ContainKey("emoji");
        (await Desk.SetAsync(House.Manager, Station(null, "x") with { LateAfter = Five })).Refusal!.Errors.Should().ContainKey("lateAfter");
        (await Desk.SetAsync(House.Manager, Station("nowhere", "x"))).Refusal!.Code.Should().Be("not_found");
    }

    [Fact]
    public async Task What_there_is_none_of_is_not_found()
    {
        (await AgeAsync("nowhere", 60, 120)).Refusal!.Code.Should().Be("not_found");
        (await Desk.RemoveAsync(House.Manager, "nowhere")).Refusal!.Code.Should().Be("not_found");
    }

    [Fact]
    public async Task The_kitchen_sets_ages_and_the_manager_alone_takes_a_station_away()
    {
        var guest = await House.SeatAsync(7);
        foreach (var actor in new[] { House.Floor, guest })
        {
            (await AgeAsync("grill", 60, 120, actor)).Refusal!.Code.Should().Be("forbidden");
            (await Desk.RemoveAsync(actor, "grill")).Refusal!.Code.Should().Be("forbidden");
        }

        (await Desk.RemoveAsync(House.Kitchen, "grill")).Refusal!.Code.Should().Be("forbidden");
    }

    private Task<Outcome<bool>> AgeAsync(string station, double warn, double late, Actor? actor = null) =>
        Desk.AgeAsync(actor ?? House.Kitchen, new AgeStation(station, TimeSpan.FromSeconds(warn), TimeSpan.FromSeconds(late)));

    private static SetStation Station(string? slug, string name) => new(slug, LocalText.Same(name), "🔥", Five, Ten);
}
