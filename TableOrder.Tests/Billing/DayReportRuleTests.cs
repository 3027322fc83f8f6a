using TableOrder.Core;
using TableOrder.Core.Billing;

namespace TableOrder.Tests.Billing;

public sealed class DayReportRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    /// <summary>30,000 in cash came in, 2,000 went out; the terminal does not fill the drawer.</summary>
    private static readonly DayMoney Moved = new(
        [new MethodMoney(Payment.Cash, 2, new Money(30_000)), new MethodMoney(Payment.Terminal, 5, new Money(99_000))],
        [new MethodMoney(Payment.Cash, 1, new Money(2_000))]
    );

    private static readonly CountDay Count = new(Today, new Money(50_000), new Money(78_000), new Money(78_000));

    [Fact]
    public void The_drawer_holds_the_float_and_the_cash_that_came_without_what_went()
    {
        DayReportRule.Expected(new Money(50_000), Moved).Should().Be(new Money(78_000));
        (Moved.Taken, Moved.GivenBack, Moved.Cash).Should().Be((new Money(129_000), new Money(2_000), new Money(28_000)));
    }

    [Fact]
    public void A_drawer_that_is_right_needs_no_words_and_one_that_is_not_does()
    {
        Refuse(Count).Should().BeNull();
        Refuse(Count with { Counted = new Money(77_000) })!.Errors.Should().ContainKey("note");
        Refuse(Count with { Counted = new Money(77_000), Note = " " })!.Errors.Should().ContainKey("note");
        Refuse(Count with { Counted = new Money(77_000), Note = "a note was torn" }).Should().BeNull();
        Refuse(Count with { Note = new string('x', 201) })!.Errors.Should().ContainKey("note");
    }

    [Fact]
    public void A_day_to_come_and_amounts_that_cannot_be_are_refused()
    {
        Refuse(Count with { Day = Today.AddDays(1) })!.Errors.Should().ContainKey("day");
        Refuse(Count with { Day = Today.AddDays(-3) }).Should().BeNull("a day before that nobody counted can be");
        Refuse(Count with { OpeningFloat = new Money(-1) })!.Errors.Should().ContainKey("openingFloat");
        Refuse(Count with { Counted = new Money(-1) })!.Errors.Should().ContainKey("counted");
        Refuse(Count with { Counted = new Money(long.MaxValue) })!.Errors.Should().ContainKey("counted");
    }

    [Fact]
    public void What_was_expected_when_it_was_counted_must_be_so_still()
    {
        Refuse(Count with { Expected = new Money(77_000) })!.Code.Should().Be(BillRefusal.DrawerMoved);
    }

    private static Refusal? Refuse(CountDay count) => DayReportRule.Refuse(count, before: null, Moved, Today);
}
