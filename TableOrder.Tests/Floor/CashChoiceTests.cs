using TableOrder.Core;
using TableOrder.Web.Floor;

namespace TableOrder.Tests.Floor;

public sealed class CashChoiceTests
{
    [Theory]
    [InlineData(23_500, "KRW", 23_500, 24_000, 25_000, 30_000, 50_000)]
    [InlineData(50_000, "KRW", 50_000, 100_000)]
    [InlineData(1_234, "USD", 1_234, 1_300, 1_500, 2_000, 5_000)]
    public void What_is_likely_handed_over_are_the_next_notes_up(int amount, string currency, params int[] expected) =>
        CashChoice.Of(new Money(amount), currency).Select(money => (int)money.Minor).Should().Equal(expected);
}
