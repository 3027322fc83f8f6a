using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Seating;

/// <summary>What somebody at a table must not eat: shared by its guests, carried by its orders.</summary>
public sealed class AllergiesTests : HouseTests
{
    [Fact]
    public async Task What_one_guest_says_all_at_the_table_see_and_hear_of()
    {
        var (first, second) = (await House.SeatAsync(7), await House.SeatAsync(7));
        var topics = SeatingReader.Watched(first.SeatingId!.Value);
        var before = await House.Topics.VersionAsync(topics);

        var set = await House.Seatings.SetAllergiesAsync(first, ["shrimp", "egg", "egg"]);

        set.Value.Should().Equal("egg", "shrimp");
        (await House.Tables.MineAsync(second)).Value.Allergies.Should().Equal("egg", "shrimp");
        var after = await House.Topics.VersionAsync(topics);
        after.Should().BeGreaterThan(before);
        await House.Seatings.SetAllergiesAsync(second, ["shrimp", "egg"]);
        (await House.Topics.VersionAsync(topics)).Should().Be(after, "nothing has changed");
    }

    [Fact]
    public async Task What_all_at_the_table_say_in_the_same_moment_is_all_kept()
    {
        var guest = await House.SeatAsync(7);
        await House.Seatings.SetAllergiesAsync(guest, ["milk"]);

        await Task.WhenAll(
            Allergens
                .All.Where(code => code is not "milk")
                .Select(code => Task.Run(() => House.Seatings.ChangeAllergiesAsync(guest, new ChangeAllergies([code], []))))
        );
        var left = (await House.Seatings.ChangeAllergiesAsync(guest, new ChangeAllergies(["egg"], ["milk"]))).Value;

        left.Should().Equal(Allergens.All.Where(code => code is not "milk"));
        (await House.Tables.MineAsync(guest)).Value.Allergies.Should().Equal(left);
        (await House.Seatings.ChangeAllergiesAsync(guest, new ChangeAllergies([], ["people"]))).Refusal!.Errors.Should().ContainKey("allergies");
    }

    [Fact]
    public async Task The_next_orders_carry_them_and_an_option_that_contains_one_marks_its_line()
    {
        var guest = await House.SeatAsync(7);
        await House.Seatings.SetAllergiesAsync(guest, ["egg"]);
        var dish = House.Dish(Dishes.Tteokbokki);
        await House.ExecuteAsync("UPDATE menu_items SET allergens = '[\"soy\"]' WHERE id = $1", dish.Id);
        await House.Writer.RunAsync<int>(tx =>
        {
            Topics.Raise(tx, MenuSql.MenuTopic);
            return 1;
        });
        var egg = dish.ModifierGroups.SelectMany(group => group.Modifiers).First(option => option.Allergens.Contains("egg", StringComparer.Ordinal));
        var plain = House.Line(Dishes.Tteokbokki);

        var order = (await House.Orders.PlaceAsync(guest, TestHouse.Cart(plain, plain with { ModifierIds = [.. plain.ModifierIds, egg.Id] })))
            .Value
            .Order;

        order.Allergies.Should().Equal("egg");
        order.Lines[0].Allergens.Should().Equal("soy");
        order.Lines[1].Allergens.Should().Equal("soy", "egg");
        (await House.OrderReader.GetAsync(House.Kitchen, order.Id)).Value.Lines[1].Allergens.Should().Equal("soy", "egg");
    }

    [Fact]
    public async Task Staff_say_it_for_a_seating_and_guests_for_their_own_only()
    {
        var (guest, stranger) = (await House.SeatAsync(7), await House.SeatAsync(8));

        (await House.Seatings.SetAllergiesAsync(House.Floor, ["milk"], guest.SeatingId)).Value.Should().Equal("milk");
        (await House.Seatings.SetAllergiesAsync(stranger, [], guest.SeatingId)).Refusal!.Code.Should().Be("not_found");
        (await House.Seatings.SetAllergiesAsync(House.Kitchen, [], guest.SeatingId)).Refusal!.Code.Should().Be("forbidden");
        (await House.Seatings.SetAllergiesAsync(House.Floor, [])).Refusal!.Errors.Should().ContainKey("seatingId");
        (await House.Seatings.SetAllergiesAsync(House.Floor, [], Guid.NewGuid())).Refusal!.Code.Should().Be("not_found");
        (await House.Tables.MineAsync(guest)).Value.Allergies.Should().Equal("milk");
    }

    [Fact]
    public async Task Codes_that_nobody_knows_and_closed_tables_are_refused()
    {
        var guest = await House.SeatAsync(7);
        (await House.Seatings.SetAllergiesAsync(guest, ["egg", "people"])).Refusal!.Errors.Should().ContainKey("allergies");
        (await House.Seatings.SetAllergiesAsync(guest, [null!])).Refusal!.Code.Should().Be("invalid");
        await House.CloseAsync(guest.SeatingId!.Value);

        (await House.Seatings.SetAllergiesAsync(guest, ["egg"])).Refusal!.Code.Should().Be("seating_closed");
    }

    [Fact]
    public void The_demo_menu_names_only_codes_of_the_list_each_with_a_word() =>
        House.Read(MenuSql.Load).Allergens.Should().BeSubsetOf(Allergens.All).And.HaveCountGreaterThan(10);
}
