using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Demo;
using TableOrder.Core.Menu;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Demo;

public sealed class DemoRestaurantTests(TestHouse house) : IClassFixture<TestHouse>
{
    private readonly DemoFile demo = DemoRestaurant.Read();

    private IEnumerable<DemoItem> Items => demo.Categories.SelectMany(category => category.Items);

    [Fact]
    public async Task It_is_as_large_as_a_real_restaurant()
    {
        var menu = (await house.MenuReader.GetAsync(Actor.System)).Value.Menu;
        var tables = (await house.Tables.TablesAsync(house.Manager)).Value;

        menu.Categories.Count.Should().BeGreaterThanOrEqualTo(8);
        menu.Categories.Sum(category => category.Items.Count).Should().BeGreaterThanOrEqualTo(45);
        menu.Stations.Should().HaveCount(4);
        tables.Should().HaveCount(21);
        tables.Select(table => table.Area.In("en")).Distinct(StringComparer.Ordinal).Should().HaveCount(3);
        tables.Select(table => table.Token).Should().OnlyHaveUniqueItems();
        tables.Select(table => table.Name).Should().Equal([.. Enumerable.Range(1, 20).Select(i => $"{i}"), "T"]);
        tables.Where(table => table.IsCounter).Should().ContainSingle("takeaway");
    }

    [Fact]
    public void Every_text_is_told_in_Korean_and_English()
    {
        IEnumerable<LocalText> texts =
        [
            demo.Name,
            .. demo.Stations.Select(station => station.Name),
            .. demo.Areas.Select(area => area.Name),
            .. demo.ModifierGroups.Select(group => group.Name),
            .. demo.ModifierGroups.SelectMany(group => group.Modifiers).Select(modifier => modifier.Name),
            .. demo.Categories.Select(category => category.Name),
            .. Items.SelectMany(item => new[] { item.Name, item.Description }),
        ];

        texts
            .Should()
            .OnlyContain(text => text.Texts.Count == 2 && text.In("ko").Trim() != "" && text.In("en").Trim() != "" && text.In("ko") != text.In("en"));
    }

    [Fact]
    public async Task Every_choice_can_be_made()
    {
        var menu = (await house.MenuReader.GetAsync(Actor.System)).Value.Menu;

        foreach (var group in menu.Categories.SelectMany(category => category.Items).SelectMany(item => item.ModifierGroups))
        {
            group.Min.Should().BeInRange(0, group.Max, group.Name.In("en"));
            group.Max.Should().BeInRange(1, group.Modifiers.Count, group.Name.In("en"));
            group.Modifiers.Count(modifier => !modifier.SoldOut).Should().BeGreaterThanOrEqualTo(group.Min, group.Name.In("en"));
        }
    }

    [Fact]
    public void Every_station_has_dishes_and_every_name_leads_somewhere()
    {
        Items
            .Select(item => item.Station)
            .Distinct(StringComparer.Ordinal)
            .Should()
            .BeEquivalentTo([.. demo.Stations.Select(station => station.Slug), null]);
        Items
            .SelectMany(item => item.ModifierGroups)
            .Distinct(StringComparer.Ordinal)
            .Should()
            .BeEquivalentTo(demo.ModifierGroups.Select(group => group.Key));
        Items.Select(item => item.Name.In("en")).Should().OnlyHaveUniqueItems();
        Items.Should().OnlyContain(item => item.Price > 0 && item.MinQuantity >= 1);
    }

    [Fact]
    public async Task Every_dish_that_is_not_sold_out_can_be_ordered()
    {
        var guest = await house.SeatAsync(1);
        var view = (await house.MenuReader.GetAsync(guest)).Value;

        foreach (var item in view.Menu.Categories.SelectMany(category => category.Items).Where(item => !view.IsOut(item)))
        {
            var placed = await house.Orders.PlaceAsync(guest, TestHouse.Cart(house.Line(item.Name.In("en"), item.MinQuantity)));
            placed.Refusal.Should().BeNull(item.Name.In("en"));
        }

        view.Menu.Categories.SelectMany(category => category.Items).Should().Contain(item => item.SoldOut, "guests see what that looks like");
    }
}
