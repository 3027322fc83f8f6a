using TableOrder.Core;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu.Editing;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu.Editing;

public sealed class ModifierGroupDeskTests : EditedHouse
{
    private static readonly ModifierDraft Cheese = new(Guid.NewGuid(), Text("치즈", "Cheese")) { Price = new Money(2_000), Allergens = ["milk"] };
    private static readonly ModifierDraft Egg = new(Guid.NewGuid(), Text("계란", "Egg")) { SoldOut = true };
    private static readonly GroupDraft Extras = new()
    {
        Name = Text("추가", "Extras"),
        Max = 2,
        Modifiers = [Cheese, Egg],
    };

    [Fact]
    public async Task A_choice_is_made_with_its_options_and_shared_by_dishes()
    {
        var id = await ShareAsync(Dishes.Pancake, Dishes.Rice);

        (await Groups.CreateAsync(House.Manager, id, Extras)).Value.Should().Be(1, "two presses make one");
        var group = House.Dish(Dishes.Rice).ModifierGroups.Single(group => group.Id == id);
        (group.Min, group.Max, group.Name.In("en")).Should().Be((0, 2, "Extras"));
        group
            .Modifiers.Select(option => (option.Id, option.Price.Minor, option.SoldOut))
            .Should()
            .Equal((Cheese.Id, 2_000, false), (Egg.Id, 0, true));
        group.Modifiers[0].Allergens.Should().Equal("milk");
        (await SeeAsync()).Group(id)!.Dishes.Should().Be(2);
    }

    [Fact]
    public async Task A_change_is_on_all_its_dishes_and_what_is_left_out_is_archived_and_keeps_its_id()
    {
        var id = await ShareAsync(Dishes.Pancake, Dishes.Rice);
        var changed = Extras with { Min = 1, Modifiers = [Egg with { SoldOut = false, Price = new Money(500) }, new(Guid.NewGuid(), Text("파"))] };

        (await Groups.ChangeAsync(House.Manager, id, 1, changed)).Value.Should().Be(2);

        foreach (var name in new[] { Dishes.Pancake, Dishes.Rice })
        {
            var group = House.Dish(name).ModifierGroups.Single(group => group.Id == id);
            group.Modifiers.Select(option => option.Id).Should().Equal(changed.Modifiers.Select(option => option.Id));
            (group.Min, group.Modifiers[0].Price.Minor).Should().Be((1, 500));
        }

        House.Ask("SELECT count(*) FROM modifiers WHERE id = $1 AND archived_at IS NOT NULL", Cheese.Id).Should().Be(1);
        (await Groups.ChangeAsync(House.Manager, id, 2, Extras)).Value.Should().Be(3);
        House.Dish(Dishes.Rice).ModifierGroups.Single(group => group.Id == id).Modifiers[0].Id.Should().Be(Cheese.Id, "it comes back");
        House.Ask("SELECT count(*) FROM modifiers WHERE group_id = $1", id).Should().Be(3, "nothing is deleted");
    }

    [Fact]
    public async Task An_archived_option_can_not_be_ordered_and_orders_that_have_it_keep_it()
    {
        var id = await ShareAsync(Dishes.Rice);
        var guest = await House.SeatAsync(7);
        var rice = House.Dish(Dishes.Rice).Id;
        var line = new Core.Ordering.PlaceLine(rice, 1, [Cheese.Id]);
        var placed = (await House.Orders.PlaceAsync(guest, TestHouse.Cart(line))).Value.Order;
        var carts = House.Get<CartDesk>();
        await carts.AddAsync(guest, new AddToCart(rice, [Cheese.Id], 1));
        var cart = (await House.Get<CartReader>().GetAsync(guest)).Value;

        await Groups.ChangeAsync(House.Manager, id, 1, Extras with { Max = 1, Modifiers = [Egg] });

        (await House.Orders.PlaceAsync(guest, TestHouse.Cart(line))).Refusal!.Errors.Should().ContainKey("lines[0].modifierIds");
        var seen = cart.Lines.Select(line => new AcceptedLine(line.Id, line.Quantity, line.SeenPrice)).ToList();
        (await carts.SendAsync(guest, new SendCart(cart.RequestId, cart.Version, seen))).Refusal!.Code.Should().Be("invalid");
        (await carts.AddAsync(guest, new AddToCart(rice, [Cheese.Id], 1))).Refusal!.Errors.Should().ContainKey("options");
        (await House.OrderReader.GetAsync(guest, placed.Id)).Value.Lines[0].Modifiers.Single().Name.In("en").Should().Be("Cheese");
    }

    [Fact]
    public async Task A_choice_in_use_is_not_archived_and_an_archived_one_asks_nobody()
    {
        var id = await ShareAsync(Dishes.Rice);
        (await Groups.ArchiveAsync(House.Manager, id, 1)).Refusal!.Code.Should().Be("group_in_use");
        var rice = await DishAsync(Dishes.Rice);
        await DishDesk.ArchiveAsync(House.Manager, rice.Id, rice.Version);

        (await Groups.ArchiveAsync(House.Manager, id, 9)).Refusal!.Code.Should().Be("stale_version");
        (await Groups.ArchiveAsync(House.Manager, id, 1)).Value.Should().Be(2);
        (await DishDesk.RestoreAsync(House.Manager, rice.Id, rice.Version + 1)).Refusal.Should().BeNull();

        House.Dish(Dishes.Rice).ModifierGroups.Should().BeEmpty();
        (await DishAsync(Dishes.Rice)).Draft.Groups.Should().BeEmpty();
        (await ChangeAsync(Dishes.Rice, draft => draft with { Groups = [id] })).Refusal!.Errors.Should().ContainKey("groups");
        (await Groups.ChangeAsync(House.Manager, id, 2, Extras with { Max = 1 })).Refusal!.Code.Should().Be("archived");
        (await Groups.RestoreAsync(House.Manager, id, 2)).Value.Should().Be(3);
        (await DishAsync(Dishes.Rice)).Draft.Groups.Should().Equal(id);
    }

    [Fact]
    public async Task Two_managers_and_bad_choices_are_refused()
    {
        var id = await ShareAsync();
        var other = (await SeeAsync()).Groups.First(group => group.Id != id);

        (await Groups.ChangeAsync(House.Manager, id, 1, Extras with { Max = 1 })).Value.Should().Be(2);
        (await Groups.ChangeAsync(House.Manager, id, 1, Extras with { Min = 1 })).Refusal!.Code.Should().Be("stale_version");
        (await Groups.ChangeAsync(House.Manager, id, 1, Extras with { Max = 1 })).Value.Should().Be(2, "that is how it stands");
        (await Groups.ChangeAsync(House.Manager, id, 2, Extras with { Max = 3 })).Refusal!.Errors.Should().ContainKey("max");
        (await Groups.ChangeAsync(House.Manager, id, 2, Extras with { Modifiers = other.Draft.Modifiers }))
            .Refusal!.Errors.Should()
            .ContainKey("modifiers");
        (await Groups.ChangeAsync(House.Manager, Guid.NewGuid(), 1, Extras)).Refusal!.Code.Should().Be("not_found");
        Noted().Should().Be(("group_changed", "추가", """{"fields":["max"]}"""));
    }

    private async Task<Guid> ShareAsync(params string[] dishes)
    {
        var id = Guid.NewGuid();
        (await Groups.CreateAsync(House.Manager, id, Extras)).Refusal.Should().BeNull();
        foreach (var dish in dishes)
        {
            (await ChangeAsync(dish, draft => draft with { Groups = [.. draft.Groups, id] })).Refusal.Should().BeNull();
        }

        return id;
    }
}
