namespace TableOrder.Core.Billing;

/// <summary>What stays of discounts when one of them is taken back. Pure.</summary>
internal static class DiscountRule
{
    /// <summary>
    /// What was given without it stands as far as it did: of a discount that had lapsed with cancelled lines as much is not taken back once more. So the party owes what it would, had it never been
    /// given; and what has lapsed never comes back to life.
    /// </summary>
    /// <param name="standing">What stands of all discounts.</param>
    /// <param name="lapsed">What of them went with cancelled lines.</param>
    /// <param name="amount">The one that is taken back, as it was given.</param>
    public static (Money Standing, Money Lapsed) TakeBack(Money standing, Money lapsed, Money amount)
    {
        var left = standing + lapsed - amount;
        var stays = Money.Min(standing, left);
        return (stays, left - stays);
    }
}
