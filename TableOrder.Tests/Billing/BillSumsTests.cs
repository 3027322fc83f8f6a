using TableOrder.Core;
using TableOrder.Core.Seating;

namespace TableOrder.Tests.Billing;

public sealed class BillSumsTests
{
    [Theory]
    [InlineData(10_000, 0, 0, 0, 0, 0, 10_000, 10_000)]
    [InlineData(10_000, 1_000, 0, 1000, 0, 0, 9_900, 9_900)] // 10 % service on what is left of the lines
    [InlineData(15, 0, 0, 1000, 0, 0, 17, 17)] // 1.5 is rounded half up
    [InlineData(10_000, 0, 4_000, 0, 10_000, 4_000, 6_000, 0)] // given back, and not owed again
    [InlineData(10_000, 2_000, 0, 0, 10_000, 0, 8_000, -2_000)] // credit
    [InlineData(10_000, 0, 0, 0, 10_000, 10_000, 10_000, 10_000)] // void: due again
    public void Due_is_total_less_paid_plus_refunded(
        long subtotal,
        long discounts,
        long adjustments,
        int service,
        long paid,
        long refunded,
        long total,
        long due
    )
    {
        var sums = new BillSums(new(subtotal), new(discounts), new(adjustments), service, new(paid), new(refunded));

        (sums.Total.Minor, sums.Due.Minor).Should().Be((total, due));
        sums.Credit.Minor.Should().Be(Math.Max(0, -due));
    }

    [Fact]
    public void Nothing_is_given_off_beyond_what_there_is()
    {
        var sums = new BillSums(new(100), new(300), new(500), 1000, Money.Zero, Money.Zero);

        sums.Should()
            .BeEquivalentTo(
                new
                {
                    Discounted = new Money(100),
                    Net = Money.Zero,
                    Service = Money.Zero,
                    Adjusted = Money.Zero,
                    Total = Money.Zero,
                }
            );
    }

    [Theory]
    [InlineData(5, 1, 2, 3)]
    [InlineData(-5, 1, 2, -3)]
    [InlineData(7, 1, 3, 2)]
    [InlineData(8, 1, 3, 3)]
    [InlineData(long.MaxValue, 10_000, 10_000, long.MaxValue)]
    public void A_part_of_an_amount_is_rounded_half_away_from_zero(long amount, long numerator, long denominator, long part)
    {
        new Money(amount).Times(numerator, denominator).Minor.Should().Be(part);
    }

    [Fact]
    public void An_amount_that_does_not_fit_is_an_error_and_no_other_amount()
    {
        ((Action)(() => new Money(long.MaxValue).Times(2, 1))).Should().Throw<OverflowException>();
    }
}
