using TableOrder.Core.Menu.Editing;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu.Editing;

public sealed class CategoryDeskTests : EditedHouse
{
    [Fact]
    public async Task A_new_category_is_the_manager_s_alone_until_a_dish_stands_in_it()
    {
        var id = Guid.NewGuid();
        (await Categories.CreateAsync(House.Manager, id, Text("계절 메뉴", "Season"))).Value.Should().Be(1);
        (await Categories.CreateAsync(House.Manager, id, Text("계절 메뉴", "Season"))).Value.Should().Be(1);

        (await SeeAsync()).Categories[^1].Id.Should().Be(id);
        (await MenuAsync()).Categories.Should().NotContain(category => category.Id == id);
        var pancake = await DishAsync(Dishes.Pancake);
        await Order.MoveAsync(House.Manager, new MoveDish(pancake.Id, pancake.Draft.CategoryId, id));
        (await MenuAsync()).Categories[^1].Name.In("en").Should().Be("Season");
        (await Categories.CreateAsync(House.Manager, Guid.NewGuid(), Text("", "Season"))).Refusal!.Errors.Should().ContainKey("name");
    }

    [Fact]
    public async Task A_category_is_renamed_from_the_newest_version()
    {
        var category = (await SeeAsync()).Categories[0];

        (await Categories.RenameAsync(House.Manager, category.Id, 1, Text("구이", "Grilled"))).Value.Should().Be(2);
        (await Categories.RenameAsync(House.Manager, category.Id, 1, Text("구이", "Grilled"))).Value.Should().Be(2);
        (await Categories.RenameAsync(House.Manager, category.Id, 1, Text("구이", "Else"))).Refusal!.Code.Should().Be("stale_version");
        (await Categories.RenameAsync(House.Manager, category.Id, 2, Text("", "Else"))).Refusal!.Errors.Should().ContainKey("name");
        (await Categories.RenameAsync(House.Manager, Guid.NewGuid(), 1, Text("구이"))).Refusal!.Code.Should().Be("not_found");
        (await MenuAsync()).Categories[0].Name.In("en").Should().Be("Grilled");
        Noted().Act.Should().Be("category_renamed");
    }

    [Fact]
    public async Task A_category_with_dishes_is_not_archived_one_whose_dishes_are_is_and_a_dish_brings_it_back()
    {
        var seen = await SeeAsync();
        var category = seen.Categories[0];
        (await Categories.ArchiveAsync(House.Manager, category.Id, 1)).Refusal!.Code.Should().Be("category_in_use");
        foreach (var dish in seen.In(category.Id))
        {
            (await DishDesk.ArchiveAsync(House.Manager, dish.Id, dish.Version)).Refusal.Should().BeNull();
        }

        (await MenuAsync()).Categories.Should().NotContain(shown => shown.Id == category.Id, "guests see no empty heading");
        (await SeeAsync()).Category(category.Id)!.IsArchived.Should().BeFalse();
        (await Categories.ArchiveAsync(House.Manager, category.Id, 9)).Refusal!.Code.Should().Be("stale_version");
        (await Categories.ArchiveAsync(House.Manager, category.Id, 1)).Value.Should().Be(2);
        (await SeeAsync()).Category(category.Id)!.IsArchived.Should().BeTrue();

        var first = seen.In(category.Id).First();
        (await DishDesk.CreateAsync(House.Manager, Guid.NewGuid(), first.Draft)).Refusal!.Errors.Should().ContainKey("category");
        (await DishDesk.RestoreAsync(House.Manager, first.Id, 2)).Refusal.Should().BeNull();
        (await SeeAsync()).Category(category.Id)!.IsArchived.Should().BeFalse();
        (await MenuAsync()).Categories.Single(shown => shown.Id == category.Id).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task An_archived_category_is_brought_back_empty()
    {
        var id = Guid.NewGuid();
        await Categories.CreateAsync(House.Manager, id, Text("계절 메뉴"));
        await Categories.ArchiveAsync(House.Manager, id, 1);

        (await Categories.RestoreAsync(House.Manager, id, 1)).Refusal!.Code.Should().Be("stale_version");
        (await Categories.RestoreAsync(House.Manager, id, 2)).Value.Should().Be(3);
        Noted().Should().Be(("category_restored", "계절 메뉴", "{}"));
    }
}
