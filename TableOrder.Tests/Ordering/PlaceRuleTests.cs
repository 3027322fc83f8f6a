using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

public sealed class PlaceRuleTests
{
    private static readonly Actor Guest = Actor.Guest(Guid.NewGuid(), Guid.NewGuid(), "민지", "phone");
    private static readonly Actor Floor = new(Role.Floor, Guid.NewGuid(), "floor", "phone");
    private readonly MenuItem dish = Menus.Item();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(100)]
    [InlineData(int.MaxValue)]
    public void Quantity_is_1_to_99(int quantity)
    {
        Invalid(Place(Line(dish, quantity))).Should().Equal("lines[0].quantity");
        Place(Line(dish, 1), Line(dish, 99)).Refusal.Should().BeNull();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(100, false)]
    [InlineData(101, true)]
    [InlineData(10_000, true)]
    public void An_order_has_1_to_100_lines(int lines, bool refused)
    {
        var decided = Place([.. Enumerable.Repeat(Line(dish), lines)]);

        if (refused)
        {
            Invalid(decided).Should().Equal("lines");
        }
        else
        {
            decided.Value.Should().HaveCount(lines);
        }
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    [InlineData(1_048_576, true)]
    public void A_note_has_at_most_200_characters(int length, bool refused)
    {
        var decided = Place(Line(dish) with { Note = new string('가', length) });

        (decided.Refusal is not null).Should().Be(refused);
        if (refused)
        {
            Invalid(decided).Should().Equal("lines[0].note");
        }
    }

    [Fact]
    public void Every_bad_line_is_told_at_once()
    {
        Invalid(Place(Line(dish, 0), Line(dish), Line(dish, 100) with { Note = new string('x', 201) }))
            .Should()
            .BeEquivalentTo("lines[0].quantity", "lines[2].quantity", "lines[2].note");
    }

    [Theory]
    [InlineData("  덜 맵게\n해주세요\t", "덜 맵게해주세요")]
    [InlineData("\u202Eabc\u202C \u200F", "abc")]
    [InlineData(" \r\n ", null)]
    [InlineData("", null)]
    [InlineData("🌶️ <b>hot</b>", "🌶️ <b>hot</b>")]
    public void A_note_is_kept_without_what_would_disturb_a_ticket(string note, string? kept)
    {
        Place(Line(dish) with { Note = note }).Value[0].Note.Should().Be(kept);
    }

    [Fact]
    public void An_item_that_is_not_on_the_menu_is_unknown_and_named()
    {
        var stranger = Menus.Item();

        var refusal = Place(Line(dish), Line(stranger)).Refusal;

        refusal.Should().BeOfType<OrderRefusal>().Which.Code.Should().Be("unknown_item");
        ((OrderRefusal)refusal!).Lines.Should().Equal(new RefusedLine(1, stranger.Id));
    }

    [Fact]
    public void A_sold_out_item_is_named()
    {
        var gone = Menus.Item() with { SoldOut = true };

        var refusal = (OrderRefusal)Place(Menus.Of(dish, gone), Guest, Line(dish), Line(gone)).Refusal!;

        refusal.Code.Should().Be("sold_out");
        refusal.Lines.Should().Equal(new RefusedLine(1, gone.Id));
    }

    [Fact]
    public void A_changed_price_is_told_with_the_price_of_now()
    {
        var refusal = (OrderRefusal)
            Place(Line(dish) with { UnitPrice = new Money(10_000) }, Line(dish) with { UnitPrice = new Money(9_999) }).Refusal!;

        refusal.Code.Should().Be("price_changed");
        refusal.Lines.Should().Equal(new RefusedLine(1, dish.Id, UnitPrice: new Money(10_000)));
    }

    [Fact]
    public void The_fewest_of_an_item_may_stand_on_several_lines()
    {
        var belly = Menus.Item() with { MinQuantity = 2 };
        var menu = Menus.Of(belly);

        Invalid(Place(menu, Guest, Line(belly, 1))).Should().Equal("lines[0].quantity");
        Place(menu, Guest, Line(belly, 2)).Refusal.Should().BeNull();
        Place(menu, Guest, Line(belly, 1), Line(belly, 1) with { Note = "crispy" }).Refusal.Should().BeNull();
    }

    [Fact]
    public void A_line_copies_what_it_was_ordered_as()
    {
        var line = Place(Line(dish, 3)).Value[0];

        (line.MenuItemId, line.Quantity, line.UnitPrice, line.Total, line.TaxRate)
            .Should()
            .Be((dish.Id, 3, new Money(10_000), new Money(30_000), 1000));
        (line.Name, line.Station, line.Status, line.ChangedVersion, line.Guest).Should().Be((dish.Name, "grill", LineStatus.Placed, 1, "민지"));
        line.Allergens.Should().Equal("egg");
    }

    [Fact]
    public void Staffs_lines_are_no_guests()
    {
        Place(Menus.Of(dish), Floor, Line(dish)).Value[0].Guest.Should().BeNull();
    }

    [Theory]
    [InlineData(11, 15, false)]
    [InlineData(12, 15, false)]
    [InlineData(13, 15, true)]
    [InlineData(9, 12, true)]
    public void A_dish_outside_of_its_hours_is_sold_out(int from, int until, bool refused)
    {
        var lunch = Menus.Item() with { Hours = [new ServingHours(new TimeOnly(from, 0), new TimeOnly(until, 0), [])] };

        var decided = Place(Menus.Of(dish, lunch), Guest, Line(dish), Line(lunch));

        decided.Refusal?.Code.Should().Be(OrderRefusal.SoldOut);
        (decided.Refusal is not null).Should().Be(refused);
        if (refused)
        {
            ((OrderRefusal)decided.Refusal!).Lines.Should().Equal(new RefusedLine(1, lunch.Id));
        }
    }

    [Fact]
    public void A_line_carries_what_its_dish_and_its_chosen_options_contain_each_once()
    {
        var group = Menus.Group(0, 3, 3);
        var (egg, nut, plain) = (
            group.Modifiers[0] with
            {
                Allergens = ["egg"],
            },
            group.Modifiers[1] with
            {
                Allergens = ["peanut"],
            },
            group.Modifiers[2]
        );
        var bowl = Menus.Item() with { ModifierGroups = [group with { Modifiers = [egg, nut, plain] }] };

        var lines = Place(
            Menus.Of(bowl),
            Guest,
            Line(bowl) with
            {
                ModifierIds = [egg.Id, nut.Id],
            },
            Line(bowl) with
            {
                ModifierIds = [plain.Id],
            }
        ).Value;

        lines[0].Allergens.Should().Equal("egg", "peanut");
        lines[1].Allergens.Should().Equal("egg");
    }

    private static PlaceLine Line(MenuItem item, int quantity = 1) => new(item.Id, quantity, []);

    private static IEnumerable<string> Invalid(Outcome<IReadOnlyList<OrderLine>> decided)
    {
        decided.Refusal!.Code.Should().Be("invalid");
        return decided.Refusal.Errors!.Keys;
    }

    private static Outcome<IReadOnlyList<OrderLine>> Place(MenuSnapshot menu, Actor actor, params PlaceLine[] lines) =>
        PlaceRule.Decide(menu, new PlaceOrder(Guid.NewGuid(), lines), actor, Menus.Noon, Guid.NewGuid);

    private Outcome<IReadOnlyList<OrderLine>> Place(params PlaceLine[] lines) => Place(Menus.Of(dish), Guest, lines);
}
