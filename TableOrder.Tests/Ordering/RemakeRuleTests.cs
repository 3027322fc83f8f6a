using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>Which lines are made again, and as what.</summary>
public sealed class RemakeRuleTests
{
    private static readonly Guid NewId = Guid.NewGuid();

    [Fact]
    public void A_remake_is_the_same_dish_at_no_price_from_the_beginning()
    {
        var line = Orders.Line(Served, quantity: 3, changed: 7) with
        {
            CancelledQuantity = 1,
            Note = "no garlic",
            Course = 2,
            Modifiers = [new LineModifier(NewId, LocalText.Same("crispy"), new Money(500))],
            FiredAt = Orders.PlacedAt.AddMinutes(1),
            ReadyAt = Orders.PlacedAt.AddMinutes(4),
            Allergens = ["egg"],
        };

        var (again, remake) = Decide(Orders.Of(line) with { Number = 12 }, line, quantity: 2).Value;

        again
            .Should()
            .BeEquivalentTo(
                line with
                {
                    Id = NewId,
                    Quantity = 2,
                    CancelledQuantity = 0,
                    UnitPrice = Money.Zero,
                    Modifiers = [line.Modifiers[0] with { Price = Money.Zero }],
                    Status = Placed,
                    ChangedVersion = 1,
                    FiredAt = null,
                    ReadyAt = null,
                }
            );
        (remake.LineId, remake.Number, remake.Reason).Should().Be((line.Id, 12, "burnt"));
    }

    [Fact]
    public void A_remake_of_a_remake_names_what_guests_ordered()
    {
        var line = Orders.Line(Ready);
        var first = new Remake(Guid.NewGuid(), Guid.NewGuid(), 3, "dropped") { Portions = 1 };
        var order = Orders.Of(line) with { Number = 12, Remake = first };

        Decide(order, line, quantity: 1).Value.Remake.Should().Be(first with { Reason = "burnt" });
    }

    [Theory]
    [InlineData(Held, false)]
    [InlineData(Placed, false)]
    [InlineData(Preparing, true)]
    [InlineData(Ready, true)]
    [InlineData(Served, true)]
    [InlineData(Cancelled, false)]
    public void Only_what_somebody_has_begun_is_made_again(LineStatus status, bool can)
    {
        var line = Orders.Line(status);
        var order = Orders.Of(line);

        var refusal = Decide(order, line, quantity: 1).Refusal;

        refusal?.Code.Should().Be("illegal_transition");
        (refusal is null).Should().Be(can);
        (refusal as OrderRefusal)?.Current.Should().BeSameAs(order);
    }

    [Fact]
    public void What_no_station_makes_is_not_made_again()
    {
        var line = Orders.Line(Served, station: null);

        Decide(Orders.Of(line), line, quantity: 1).Refusal!.Code.Should().Be("illegal_transition");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void At_least_one_and_at_most_all_of_a_line_are_made_again(int quantity, bool can)
    {
        var line = Orders.Line(Ready, quantity: 3);

        var refusal = Decide(Orders.Of(line), line, quantity).Refusal;

        (refusal is null).Should().Be(can);
        refusal?.Errors.Should().ContainKey("quantity");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("\u202E")]
    public void Somebody_must_say_why(string reason)
    {
        var line = Orders.Line(Ready);

        Decide(Orders.Of(line), line, 1, reason).Refusal!.Errors.Should().ContainKey("reason");
        Decide(Orders.Of(line), line, 1, new string('x', 201)).Refusal!.Errors.Should().ContainKey("reason");
        Decide(Orders.Of(line), line, 1, new string('x', 200)).Refusal.Should().BeNull();
        Decide(Orders.Of(line), line, 1, " too\u202E salty\n").Value.Remake.Reason.Should().Be("too salty");
    }

    [Fact]
    public void A_line_of_another_order_is_not_found()
    {
        Decide(Orders.Of(Orders.Line(Ready)), Orders.Line(Ready), 1).Refusal!.Code.Should().Be("not_found");
    }

    private static Outcome<(OrderLine Line, Remake Remake)> Decide(Order order, OrderLine line, int quantity, string reason = "burnt") =>
        RemakeRule.Decide(order, new RemakeLine(Guid.NewGuid(), order.Id, line.Id, quantity, reason), NewId);
}
