using TableOrder.Core.Menu;
using TableOrder.Web.Guest;
using static TableOrder.Tests.Guest.Dishes;

namespace TableOrder.Tests.Guest;

public sealed class ShelfTests
{
    private readonly MenuItem[] dishes = [.. Enumerable.Range(0, 8).Select(i => Dish($"Dish {i}"))];

    [Fact]
    public void What_is_popular_comes_first_in_its_order_and_stands_in_its_own_place_too()
    {
        var shelves = Of(dishes, [dishes[3], dishes[1], dishes[2]]);

        shelves[0].IsRanked.Should().BeTrue();
        shelves[0].Dishes.Should().Equal(dishes[3], dishes[1], dishes[2]);
        shelves[1].Dishes.Should().Equal(dishes);
        shelves.Select(shelf => shelf.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Six_are_popular_at_most_and_fewer_than_three_are_none()
    {
        Of(dishes, dishes)[0].Dishes.Should().Equal(dishes[..6]);
        Of(dishes, dishes[..2]).Should().ContainSingle().Which.IsRanked.Should().BeFalse();
    }

    [Fact]
    public void What_is_sold_out_or_off_the_menu_is_not_popular_now()
    {
        MenuItem[] now = [dishes[0] with { SoldOut = true }, .. dishes[1..4]];

        Of(now, [dishes[0], dishes[7], .. dishes[1..4]])[0].Dishes.Should().Equal(dishes[1..4]);
    }

    [Fact]
    public void Hidden_dishes_are_left_out_and_so_is_a_shelf_that_is_empty_then()
    {
        var (egg, soy) = (dishes[0] with { Allergens = ["egg"] }, dishes[1]);

        Shelf.Of(MenuWith(egg, soy), [], ["egg"]).Should().ContainSingle().Which.Dishes.Should().Equal(soy);
        Shelf.Of(MenuWith(egg, soy), [], ["egg", "soy"]).Should().BeEmpty();
    }

    private static IReadOnlyList<Shelf> Of(IReadOnlyList<MenuItem> dishes, IReadOnlyList<MenuItem> sellers) =>
        Shelf.Of(MenuWith([.. dishes]), [.. sellers.Select(dish => dish.Id)], []);
}
