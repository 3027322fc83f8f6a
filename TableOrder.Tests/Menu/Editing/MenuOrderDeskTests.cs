using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Editing;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu.Editing;

public sealed class MenuOrderDeskTests : EditedHouse
{
    [Fact]
    public async Task A_dish_goes_before_another_or_to_the_end()
    {
        var category = (await MenuAsync()).Categories[0];
        var (first, second, last) = (category.Items[0].Id, category.Items[1].Id, category.Items[^1].Id);

        (await Order.MoveAsync(House.Manager, new MoveDish(last, category.Id, category.Id, first))).Value.Should().BeTrue();
        (await IdsAsync(0)).Take(3).Should().Equal(last, first, second);
        (await Order.MoveAsync(House.Manager, new MoveDish(last, category.Id, category.Id))).Value.Should().BeTrue();
        (await IdsAsync(0)).Should().Equal(category.Items.Select(item => item.Id));
        (await Order.MoveAsync(House.Manager, new MoveDish(last, category.Id, category.Id))).Value.Should().BeFalse("it is there already");
        (await DishAsync(last)).Version.Should().Be(1, "a place is not a part of a dish");
    }

    [Fact]
    public async Task A_dish_goes_to_another_category_from_where_it_was_seen()
    {
        var menu = await MenuAsync();
        var (from, to) = (menu.Categories[0], menu.Categories[1]);
        var dish = from.Items[0].Id;

        (await Order.MoveAsync(House.Manager, new MoveDish(dish, from.Id, to.Id, to.Items[1].Id))).Value.Should().BeTrue();

        (await IdsAsync(1)).ElementAt(1).Should().Be(dish);
        (await IdsAsync(0)).Should().NotContain(dish);
        (await DishAsync(dish)).Version.Should().Be(2, "whoever edits it hears of another category");
        (await Order.MoveAsync(House.Manager, new MoveDish(dish, from.Id, to.Id))).Refusal!.Code.Should().Be("stale_version");
        (await Order.MoveAsync(House.Manager, new MoveDish(dish, to.Id, Guid.NewGuid()))).Refusal!.Code.Should().Be("not_found");
        (await Order.MoveAsync(House.Manager, new MoveDish(Guid.NewGuid(), to.Id, to.Id))).Refusal!.Code.Should().Be("not_found");
        Noted().Act.Should().Be("dish_moved");
    }

    [Fact]
    public async Task Categories_are_put_in_order()
    {
        var before = (await MenuAsync()).Categories.Select(category => category.Id).ToList();

        (await Order.MoveCategoryAsync(House.Manager, before[^1], before[0])).Value.Should().BeTrue();
        (await MenuAsync()).Categories[0].Id.Should().Be(before[^1]);
        (await Order.MoveCategoryAsync(House.Manager, before[^1], before: null)).Value.Should().BeTrue();
        (await MenuAsync()).Categories.Select(category => category.Id).Should().Equal(before);
        (await Order.MoveCategoryAsync(House.Manager, Guid.NewGuid(), before[0])).Refusal!.Code.Should().Be("not_found");
    }

    private async Task<IEnumerable<Guid>> IdsAsync(int category) => (await MenuAsync()).Categories[category].Items.Select(item => item.Id);
}
