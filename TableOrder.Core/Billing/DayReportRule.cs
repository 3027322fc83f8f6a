using TableOrder.Core.Ordering;

namespace TableOrder.Core.Billing;

/// <summary>When a counted drawer is taken for a day's report. Pure.</summary>
internal static class DayReportRule
{
    /// <summary>What should lie in the drawer.</summary>
    public static Money Expected(Money openingFloat, DayMoney money) => openingFloat + money.Cash;

    /// <summary>Why a count is not taken; null where it is.</summary>
    /// <param name="count">What was counted.</param>
    /// <param name="before">That day's report, where there is one.</param>
    /// <param name="money">The money that moved on that day.</param>
    /// <param name="today">The business day that runs now.</param>
    public static Refusal? Refuse(CountDay count, DayReport? before, DayMoney money, DateOnly today)
    {
        if (count.Day > today)
        {
            return Refusal.Bad("day", "This day has not begun. Count the drawer of today or of a day before.");
        }

        if (before is not null)
        {
            return new BillRefusal(BillRefusal.DayCounted);
        }

        if (Amount("openingFloat", count.OpeningFloat) is { } badFloat)
        {
            return badFloat;
        }

        if (Amount("counted", count.Counted) is { } badCount)
        {
            return badCount;
        }

        if (count.Note?.Length > PlaceRule.LongestNote)
        {
            return Refusal.Bad("note", $"Send at most {PlaceRule.LongestNote} characters.");
        }

        var expected = Expected(count.OpeningFloat, money);
        if (count.Expected != expected)
        {
            return new BillRefusal(BillRefusal.DrawerMoved);
        }

        return count.Counted != expected && PlainText.Tidy(count.Note) is null
            ? Refusal.Bad("note", "What was counted is not what should be there. Say why, as far as you know.")
            : null;
    }

    private static Refusal? Amount(string field, Money amount) =>
        amount < Money.Zero || amount > PaymentRule.Most
            ? Refusal.Bad(field, $"Send an amount from 0 to {PaymentRule.Most.Minor}, in minor units.")
            : null;
}
