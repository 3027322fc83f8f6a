using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Stations;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Settings;

/// <summary>When a station's tickets turn yellow and red, and how a station goes.</summary>
public sealed class StationDeskTests : HouseTests
{
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
}
