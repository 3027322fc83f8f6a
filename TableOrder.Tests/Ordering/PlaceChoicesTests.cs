using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

public sealed class PlaceChoicesTests
{
    private static readonly Actor Guest = Actor.Guest(Guid.NewGuid(), Guid.NewGuid(), "민지", "phone");
    private readonly ModifierGroup required = Menus.Group(min: 1, max: 1, options: 3);
    private readonly ModifierGroup extras = Menus.Group(min: 0, max: 2, options: 4);
    private readonly MenuItem dish;

    public PlaceChoicesTests() => dish = Menus.Item() with { ModifierGroups = [required, extras] };

    [Fact]
    public void Options_are_priced_and_stand_in_the_menus_order()
    {
        var line = Place([Extra(3), Required(2), Extra(1)]).Value[0];

        line.UnitPrice.Should().Be(new Money(10_000 + 200 + 100 + 300));
        line.Modifiers.Select(modifier => modifier.Id).Should().Equal(Required(2), Extra(1), Extra(3));
    }

    [Fact]
    public void An_option_of_another_dish_is_refused() => Refused([Required(0), Guid.NewGuid()]);

    [Fact]
    public void An_option_named_twice_is_refused() => Refused([Required(0), Extra(0), Extra(0)]);

    [Fact]
    public void Too_few_of_a_required_group_are_refused() => Refused([]);

    [Fact]
    public void Too_many_of_a_single_choice_are_refused() => Refused([Required(0), Required(1)]);

    [Fact]
    public void Too_many_extras_are_refused() => Refused([Required(0), Extra(0), Extra(1), Extra(2)]);

    [Fact]
    public void A_sold_out_option_is_sold_out()
    {
        var gone = Menus.Group(min: 0, max: 1, options: 1, soldOut: true);
        var item = dish with { ModifierGroups = [gone] };

        var place = new PlaceOrder(Guid.NewGuid(), [new PlaceLine(item.Id, 1, [gone.Modifiers[0].Id])]);
        var refusal = (OrderRefusal)PlaceRule.Decide(Menus.Of(item), place, Guest, Menus.Noon, Guid.NewGuid).Refusal!;

        refusal.Code.Should().Be("sold_out");
        refusal.Lines.Should().Equal(new RefusedLine(0, item.Id));
    }

    [Fact]
    public void The_price_a_sender_saw_is_with_options()
    {
        Place([Required(1)], new Money(10_100)).Refusal.Should().BeNull();
        Place([Required(1)], new Money(10_000)).Refusal!.Code.Should().Be("price_changed");
    }

    private Guid Required(int option) => required.Modifiers[option].Id;

    private Guid Extra(int option) => extras.Modifiers[option].Id;

    private Outcome<IReadOnlyList<OrderLine>> Place(Guid[] options, Money? seen = null) =>
        PlaceRule.Decide(
            Menus.Of(dish),
            new PlaceOrder(Guid.NewGuid(), [new PlaceLine(dish.Id, 1, options) { UnitPrice = seen }]),
            Guest,
            Menus.Noon,
            Guid.NewGuid
        );

    private void Refused(Guid[] options)
    {
        var refusal = Place(options).Refusal!;
        refusal.Code.Should().Be("invalid");
        refusal.Errors!.Keys.Should().Equal("lines[0].modifierIds");
    }
}
