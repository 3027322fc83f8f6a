using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Settings;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu.Editing;

public sealed class MenuEditReaderTests : IAsyncLifetime
{
    private readonly Statements statements = new();
    private readonly TestHouse house;

    public MenuEditReaderTests() => house = new TestHouse(statements.Hear);

    public Task InitializeAsync() => house.InitializeAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_whole_menu_is_read_in_seven_statements()
    {
        await house.Get<SettingsReader>().GetAsync(house.Manager);
        statements.Forget();

        var menu = (await house.Get<MenuEditReader>().GetAsync(house.Manager)).Value;

        menu.Dishes.Should().HaveCountGreaterThan(40);

        // The feed looks at its log now and then, whoever reads a menu.
        statements
            .All.Count(sql => sql.StartsWith("SELECT", StringComparison.Ordinal) && !sql.Contains("order_events", StringComparison.Ordinal))
            .Should()
            .Be(7);
    }

    [Fact]
    public async Task Everything_that_guests_see_is_seen_and_what_they_do_not()
    {
        var guests = (await house.MenuReader.GetAsync(house.Manager)).Value.Menu;
        var dish = house.Dish(Dishes.Tteokbokki);
        await house.Get<DishDesk>().ArchiveAsync(house.Manager, dish.Id, 1);

        var menu = (await house.Get<MenuEditReader>().GetAsync(house.Manager)).Value;

        menu.Categories.Select(category => category.Id).Should().Equal(guests.Categories.Select(category => category.Id));
        menu.Dishes.Should().HaveCount(guests.Categories.Sum(category => category.Items.Count));
        menu.Stations.Should().BeEquivalentTo(guests.Stations);
        menu.Dish(dish.Id)!.IsArchived.Should().BeTrue();
        menu.Groups.Should().OnlyContain(group => group.Draft.Modifiers.Count > 0);
        menu.Group(dish.ModifierGroups[0].Id)!
            .Dishes.Should()
            .Be(
                guests
                    .Categories.SelectMany(category => category.Items)
                    .Count(item => item.Id != dish.Id && item.ModifierGroups.Any(group => group.Id == dish.ModifierGroups[0].Id))
            );
    }
}
