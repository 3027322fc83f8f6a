using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

public sealed class CourseTests
{
    private static readonly Actor Guest = Actor.Guest(Guid.NewGuid(), Guid.NewGuid(), "", "phone");
    private static readonly Actor Floor = new(Role.Floor, Guid.NewGuid(), "floor", "phone");
    private readonly MenuItem starter = Menus.Item() with { Course = 1 };
    private readonly MenuItem main = Menus.Item() with { Course = 2 };
    private readonly MenuItem bottle = Menus.Item(station: null) with { Course = 2 };

    [Fact]
    public void Lines_above_the_lowest_course_start_held()
    {
        Place(Guest, Line(starter), Line(main), Line(bottle)).Value.Select(line => line.Status).Should().Equal(Placed, Held, Held);
    }

    [Fact]
    public void The_lowest_course_of_the_order_starts_at_once_whatever_its_number()
    {
        Place(Guest, Line(main), Line(bottle)).Value.Select(line => line.Status).Should().Equal(Placed, Ready);
    }

    [Fact]
    public void Staff_may_set_a_course_on_a_line()
    {
        var lines = Place(Floor, Line(starter), Line(starter) with { Course = 3 }, Line(main) with { Course = 0 }).Value;

        lines.Select(line => line.Course).Should().Equal(1, 3, 0);
        lines.Select(line => line.Status).Should().Equal(Held, Held, Placed);
    }

    [Fact]
    public void Guests_may_not_set_a_course()
    {
        Place(Guest, Line(starter) with { Course = 1 }).Refusal!.Errors!.Keys.Should().Equal("lines[0].course");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void A_course_is_0_to_9(int course)
    {
        Place(Floor, Line(starter) with { Course = course }).Refusal!.Errors!.Keys.Should().Equal("lines[0].course");
    }

    private static PlaceLine Line(MenuItem item) => new(item.Id, 1, []);

    private Outcome<IReadOnlyList<OrderLine>> Place(Actor actor, params PlaceLine[] lines) =>
        PlaceRule.Decide(Menus.Of(starter, main, bottle), new PlaceOrder(Guid.NewGuid(), lines), actor, Menus.Noon, Guid.NewGuid);
}
