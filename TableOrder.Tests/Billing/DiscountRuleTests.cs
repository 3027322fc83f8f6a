using TableOrder.Core;
using TableOrder.Core.Billing;

namespace TableOrder.Tests.Billing;

public sealed class DiscountRuleTests
{
    [Theory]
    [InlineData(3000, 0, 1000, 2000, 0)] // nothing lapsed: all of it is due again
    [InlineData(3000, 0, 3000, 0, 0)] // the only one
    [InlineData(1500, 1500, 2000, 1000, 0)] // of 1,000 and 2,000 half lapsed: without the larger the smaller one stands whole
    [InlineData(1500, 1500, 1000, 1500, 500)] // without the smaller one the larger covers all that is there
    [InlineData(0, 3000, 1000, 0, 2000)] // all had lapsed: nothing is due again
    public void What_was_given_without_it_stands_as_far_as_it_did(long standing, long lapsed, long amount, long stays, long stillLapsed) =>
        DiscountRule.TakeBack(new(standing), new(lapsed), new(amount)).Should().Be((new Money(stays), new Money(stillLapsed)));
}
