using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Seating;

public sealed class PlacingTests : HouseTests
{
    private TableView one = null!;
    private TableView two = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (one, two) = (await House.TableAsync(1), await House.TableAsync(2));
    }

    [Fact]
    public async Task Tables_are_placed_change_places_and_are_taken_off_the_plan()
    {
        (await PlaceAsync(new TablePlace(one.Id, new PlanCell(0, 0)), new TablePlace(two.Id, new PlanCell(11, 19)))).Should().BeNull();
        (await PlaceAsync(new TablePlace(one.Id, new PlanCell(11, 19)), new TablePlace(two.Id, new PlanCell(0, 0)))).Should().BeNull();
        (await House.TableAsync(1)).Place.Should().Be(new PlanCell(11, 19));
        (await House.TableAsync(2)).Place.Should().Be(new PlanCell(0, 0));

        (await PlaceAsync(new TablePlace(two.Id, null))).Should().BeNull();
        (await House.TableAsync(2)).Place.Should().BeNull();
    }

    [Fact]
    public async Task Two_tables_of_an_area_never_stand_on_one_cell()
    {
        await PlaceAsync(new TablePlace(one.Id, new PlanCell(4, 4)));

        (await PlaceAsync(new TablePlace(two.Id, new PlanCell(4, 4)))).Should().Be("place_taken");
        (await PlaceAsync(new TablePlace(one.Id, new PlanCell(5, 5)), new TablePlace(two.Id, new PlanCell(5, 5)))).Should().Be("place_taken");

        (await House.TableAsync(1)).Place.Should().Be(new PlanCell(4, 4), "all of a placing is done, or none");
        (await House.TableAsync(2)).Place.Should().BeNull();
    }

    [Fact]
    public async Task Two_managers_who_drop_onto_one_cell_in_the_same_moment_place_one_table_there()
    {
        var answers = await Task.WhenAll(
            PlaceAsync(new TablePlace(one.Id, new PlanCell(3, 3))),
            PlaceAsync(new TablePlace(two.Id, new PlanCell(3, 3)))
        );

        answers.Should().BeEquivalentTo([null, "place_taken"]);
        House.Ask("SELECT count(*) FROM tables WHERE plan_x = 3 AND plan_y = 3").Should().Be(1);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(12, 0)]
    [InlineData(0, 20)]
    public async Task A_cell_that_no_plan_has_is_refused(int x, int y) =>
        (await PlaceAsync(new TablePlace(one.Id, new PlanCell(x, y)))).Should().Be("invalid");

    [Fact]
    public async Task Other_areas_have_plans_of_their_own_and_a_table_that_was_taken_away_leaves_its_cell()
    {
        var elsewhere = (await House.Tables.TablesAsync(House.Manager)).Value.First(table =>
            !string.Equals(table.Area.In("ko"), one.Area.In("ko"), StringComparison.Ordinal)
        );
        await PlaceAsync(new TablePlace(one.Id, new PlanCell(2, 2)));

        (await PlaceAsync(new TablePlace(elsewhere.Id, new PlanCell(2, 2)))).Should().BeNull();
        await House.TableDesk.ArchiveAsync(House.Manager, one.Id);

        (await PlaceAsync(new TablePlace(two.Id, new PlanCell(2, 2)))).Should().BeNull();
        (await PlaceAsync(new TablePlace(one.Id, new PlanCell(6, 6)))).Should().Be("not_found");
        (await House.TableDesk.RestoreAsync(House.Manager, one.Id)).Refusal.Should().BeNull();
        (await House.TableAsync(1)).Place.Should().BeNull();
    }

    [Fact]
    public async Task Those_that_are_ordered_change_places_among_themselves_and_nobody_else_moves()
    {
        var before = await NamesAsync();

        (await House.TableDesk.OrderAsync(House.Manager, [(await House.TableAsync(3)).Id, one.Id])).Refusal.Should().BeNull();

        var after = await NamesAsync();
        after.Take(3).Should().Equal("3", "2", "1");
        after.Skip(3).Should().Equal(before.Skip(3));
        (await House.TableDesk.OrderAsync(House.Manager, [Guid.NewGuid()])).Refusal!.Code.Should().Be("not_found");
    }

    private async Task<string?> PlaceAsync(params TablePlace[] places) => (await House.TableDesk.PlaceAsync(House.Manager, places)).Refusal?.Code;

    private async Task<List<string>> NamesAsync() => [.. (await House.Tables.TablesAsync(House.Manager)).Value.Select(table => table.Name)];
}
