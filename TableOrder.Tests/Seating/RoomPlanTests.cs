using TableOrder.Core;
using TableOrder.Core.Seating;

namespace TableOrder.Tests.Seating;

public sealed class RoomPlanTests
{
    private static readonly TableView One = Table(1, new PlanCell(0, 0));
    private static readonly TableView Two = Table(2, new PlanCell(1, 0));
    private static readonly TableView Three = Table(3, place: null);
    private static readonly TableView[] Area = [One, Two, Three];

    [Fact]
    public void A_table_is_dropped_onto_a_free_cell_and_off_the_plan()
    {
        RoomPlan.Drop(Area, One.Id, new PlanCell(5, 2)).Should().Equal(new TablePlace(One.Id, new PlanCell(5, 2)));
        RoomPlan.Drop(Area, One.Id, null).Should().Equal(new TablePlace(One.Id, null));
    }

    [Fact]
    public void Dropped_onto_another_it_changes_places_with_it_also_from_beside_the_plan()
    {
        RoomPlan
            .Drop(Area, One.Id, new PlanCell(1, 0))
            .Should()
            .Equal(new TablePlace(One.Id, new PlanCell(1, 0)), new TablePlace(Two.Id, new PlanCell(0, 0)));
        RoomPlan.Drop(Area, Three.Id, new PlanCell(1, 0)).Should().Equal(new TablePlace(Three.Id, new PlanCell(1, 0)), new TablePlace(Two.Id, null));
    }

    [Fact]
    public void Dropped_where_it_stands_or_unknown_nothing_is_placed()
    {
        RoomPlan.Drop(Area, One.Id, new PlanCell(0, 0)).Should().BeEmpty();
        RoomPlan.Drop(Area, Three.Id, null).Should().BeEmpty();
        RoomPlan.Drop(Area, Guid.NewGuid(), new PlanCell(3, 3)).Should().BeEmpty();
    }

    [Fact]
    public void A_step_goes_past_those_that_stand_in_between_and_not_over_the_edge()
    {
        RoomPlan.Step(Area, One.Id, 1, 0).Should().Equal(new TablePlace(One.Id, new PlanCell(2, 0)));
        RoomPlan.Step(Area, One.Id, 0, 1).Should().Equal(new TablePlace(One.Id, new PlanCell(0, 1)));
        RoomPlan.Step(Area, One.Id, -1, 0).Should().BeEmpty();
        RoomPlan.Step(Area, Two.Id, -1, 0).Should().BeEmpty("behind table 1 is the wall");
        RoomPlan.Step([Table(9, new PlanCell(PlanCell.Columns - 1, PlanCell.Rows - 1))], Id(9), 0, 1).Should().BeEmpty();
        RoomPlan.Step(Area, One.Id, 0, 0).Should().BeEmpty();
    }

    [Fact]
    public void A_first_step_comes_onto_the_first_free_cell()
    {
        RoomPlan.Step(Area, Three.Id, 1, 0).Should().Equal(new TablePlace(Three.Id, new PlanCell(2, 0)));
    }

    [Fact]
    public void All_that_have_no_place_come_to_stand_in_rows_of_six_in_their_order()
    {
        var tables = Enumerable.Range(1, 14).Select(i => i == 3 ? Table(i, new PlanCell(1, 0)) : Table(i, place: null)).ToArray();

        var places = RoomPlan.Fill(tables);

        places.Select(place => place.TableId).Should().Equal(tables.Where(table => table.Place is null).Select(table => table.Id));
        places.Take(3).Select(place => place.Cell).Should().Equal(new PlanCell(0, 0), new PlanCell(2, 0), new PlanCell(3, 0));
        places[5].Cell.Should().Be(new PlanCell(0, 1));
        places.Select(place => place.Cell).Should().OnlyHaveUniqueItems().And.NotContain(new PlanCell(1, 0));
    }

    [Fact]
    public void However_many_there_are_nothing_is_placed_beside_the_plan()
    {
        var tables = Enumerable.Range(1, 400).Select(i => Table(i, place: null)).ToArray();

        var places = RoomPlan.Fill(tables);

        places.Should().OnlyContain(place => place.Cell!.Value.IsOnPlan).And.HaveCountGreaterThan(100);
        places.Select(place => place.Cell).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_plan_s_size_follows_its_tables_and_ends_at_the_largest()
    {
        RoomPlan.Size([]).Should().Be((8, 4));
        RoomPlan.Size([Table(1, new PlanCell(9, 6))]).Should().Be((11, 8));
        RoomPlan.Size([Table(1, new PlanCell(11, 19))]).Should().Be((12, 20));
    }

    [Fact]
    public void What_takes_a_placing_back_is_where_the_same_tables_stood()
    {
        var swap = RoomPlan.Drop(Area, Three.Id, new PlanCell(0, 0));

        RoomPlan.Before(Area, swap).Should().Equal(new TablePlace(Three.Id, null), new TablePlace(One.Id, new PlanCell(0, 0)));
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static TableView Table(int number, PlanCell? place) =>
        new(Id(number), $"{number}", LocalText.Same("Hall"), 4, Token: null, Seating: null) { Place = place };
}
