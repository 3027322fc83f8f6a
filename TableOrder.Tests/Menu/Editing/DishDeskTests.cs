using TableOrder.Core;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Editing;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu.Editing;

public sealed class DishDeskTests : EditedHouse
{
    [Fact]
    public async Task A_new_dish_stands_last_in_its_category_with_all_that_was_said_of_it()
    {
        var (menu, seen, before) = (await MenuAsync(), await SeeAsync(), await TopicAsync());
        var draft = new DishDraft
        {
            CategoryId = menu.Categories[1].Id,
            Name = Text("새 요리", "New dish"),
            Description = Text("맛있어요", "Tasty"),
            Emoji = "🥘",
            Price = new Money(12_000),
            TaxRate = 500,
            Station = "grill",
            Course = 1,
            MinQuantity = 2,
            Allergens = ["egg"],
            Hours = [new ServingHours(new TimeOnly(11, 0), new TimeOnly(15, 0), [DayOfWeek.Monday])],
            Groups = [seen.Groups[1].Id, seen.Groups[0].Id],
        };
        var id = Guid.CreateVersion7();

        (await DishDesk.CreateAsync(House.Manager, id, draft)).Value.Should().Be(1);
        (await DishDesk.CreateAsync(House.Manager, id, draft)).Value.Should().Be(1, "two presses make one dish");

        var dish = (await MenuAsync()).Categories[1].Items[^1];
        dish.Id.Should().Be(id);
        dish.Should().BeEquivalentTo(draft, options => options.Excluding(d => d.CategoryId).Excluding(d => d.Groups).Excluding(d => d.Name));
        dish.Name.In("en").Should().Be("New dish");
        dish.ModifierGroups.Select(group => group.Id).Should().Equal(draft.Groups);
        MenuFields.Dish.Changed((await DishAsync(id)).Draft, draft).Should().BeEmpty();
        (await TopicAsync()).Should().NotBe(before);
        Noted().Should().Be(("dish_created", "새 요리", "{}"));
    }

    [Fact]
    public async Task A_dish_that_cannot_stand_on_the_menu_is_refused_by_field()
    {
        var draft = (await DishAsync(Dishes.Pancake)).Draft;

        (await WrongAsync(draft with { Name = Text("", "x") })).Should().Equal("name");
        (await WrongAsync(draft with { CategoryId = Guid.NewGuid() })).Should().Equal("category");
        (await WrongAsync(draft with { Station = "moon" })).Should().Equal("station");
        (await WrongAsync(draft with { Groups = [Guid.NewGuid()] })).Should().Equal("groups");
        (await ChangeAsync(Dishes.Pancake, dish => dish with { Price = new Money(-1), Course = 99 }))
            .Refusal!.Errors!.Keys.Should()
            .Equal("price", "course");
        (await DishAsync(Dishes.Pancake)).Version.Should().Be(1);
    }

    [Fact]
    public async Task Only_a_manager_edits_the_menu()
    {
        var dish = await DishAsync(Dishes.Pancake);

        (await DishDesk.ChangeAsync(House.Kitchen, dish.Id, 1, dish.Draft)).Refusal!.Code.Should().Be("forbidden");
        (await DishDesk.ArchiveAsync(House.Floor, dish.Id, 1)).Refusal!.Code.Should().Be("forbidden");
        (await House.Get<MenuEditReader>().GetAsync(House.Kitchen)).Refusal!.Code.Should().Be("forbidden");
    }

    [Fact]
    public async Task A_change_from_an_old_version_is_refused_and_one_that_changes_nothing_is_not()
    {
        var dish = await DishAsync(Dishes.Pancake);
        (await ChangeAsync(Dishes.Pancake, draft => draft with { Course = 1 })).Value.Should().Be(2);

        var stale = dish.Draft with { Course = 2 };
        (await DishDesk.ChangeAsync(House.Manager, dish.Id, dish.Version, stale)).Refusal!.Code.Should().Be("stale_version");
        (await DishDesk.ChangeAsync(House.Manager, dish.Id, dish.Version, dish.Draft with { Course = 1 })).Value.Should().Be(2);
        (await DishDesk.ArchiveAsync(House.Manager, dish.Id, dish.Version)).Refusal!.Code.Should().Be("stale_version");
        (await DishDesk.ChangeAsync(House.Manager, Guid.NewGuid(), 1, dish.Draft)).Refusal!.Code.Should().Be("not_found");
        (await DishAsync(dish.Id)).Draft.Course.Should().Be(1);
    }

    [Fact]
    public async Task What_changed_is_noted_and_a_price_from_what_to_what()
    {
        await ChangeAsync(Dishes.Pancake, draft => draft with { Price = new Money(20_000) });
        Noted().Should().Be(("price_changed", "해물파전", """{"from":19000,"to":20000}"""));

        await ChangeAsync(Dishes.Pancake, draft => draft with { Name = draft.Name.With("en", "Pancake"), TaxRate = 0 });
        Noted().Should().Be(("dish_changed", "해물파전", """{"fields":["name.en","taxRate"]}"""));
    }

    [Fact]
    public async Task A_new_price_leaves_placed_orders_alone_and_a_cart_hears_of_it()
    {
        var guest = await House.SeatAsync(7);
        var placed = await House.OrderAsync(guest, Dishes.Pancake);
        var carts = House.Get<CartDesk>();
        var pancake = House.Dish(Dishes.Pancake);
        await carts.AddAsync(guest, new AddToCart(pancake.Id, [], 1));
        var cart = (await House.Get<CartReader>().GetAsync(guest)).Value;

        await ChangeAsync(Dishes.Pancake, draft => draft with { Price = new Money(25_000), Name = Text("전", "Renamed"), TaxRate = 0 });

        var now = (await House.OrderReader.GetAsync(guest, placed.Id)).Value;
        (now.Total, now.Lines[0].Name.In("en"), now.Lines[0].TaxRate).Should().Be((new Money(19_000), Dishes.Pancake, 1000));
        var seen = cart.Lines.Select(line => new AcceptedLine(line.Id, line.Quantity, line.SeenPrice)).ToList();
        (await carts.SendAsync(guest, new SendCart(cart.RequestId, cart.Version, seen))).Refusal!.Code.Should().Be("price_changed");
    }

    [Fact]
    public async Task An_archived_dish_is_not_on_the_menu_and_comes_back_as_it_was()
    {
        var dish = await DishAsync(Dishes.Tteokbokki);
        (await DishDesk.ArchiveAsync(House.Manager, dish.Id, 1)).Value.Should().Be(2);
        (await DishDesk.ArchiveAsync(House.Manager, dish.Id, 1)).Value.Should().Be(2, "it is archived once");

        (await MenuAsync()).Item(dish.Id).Should().BeNull();
        (await DishAsync(dish.Id)).IsArchived.Should().BeTrue();
        (await DishDesk.ChangeAsync(House.Manager, dish.Id, 2, dish.Draft with { Course = 1 })).Refusal!.Code.Should().Be("archived");
        Noted().Act.Should().Be("dish_archived");

        (await DishDesk.RestoreAsync(House.Manager, dish.Id, 2)).Value.Should().Be(3);
        (await MenuAsync()).Item(dish.Id)!.ModifierGroups.Should().HaveCount(dish.Draft.Groups.Count);
        Noted().Act.Should().Be("dish_restored");
    }

    [Fact]
    public async Task Taking_a_choice_off_a_dish_leaves_it_to_the_others()
    {
        var dish = await DishAsync(Dishes.Tteokbokki);
        var group = dish.Draft.Groups[0];
        var uses = (await SeeAsync()).Group(group)!.Dishes;

        await ChangeAsync(Dishes.Tteokbokki, draft => draft with { Groups = [.. draft.Groups.Skip(1).Reverse()] });

        var seen = await SeeAsync();
        seen.Dish(dish.Id)!.Draft.Groups.Should().Equal(dish.Draft.Groups.Skip(1).Reverse());
        seen.Group(group)!.Dishes.Should().Be(uses - 1);
    }

    private async Task<IEnumerable<string>> WrongAsync(DishDraft draft) =>
        (await DishDesk.CreateAsync(House.Manager, Guid.NewGuid(), draft)).Refusal!.Errors!.Keys;
}
