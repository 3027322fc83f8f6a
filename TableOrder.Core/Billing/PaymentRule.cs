using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;

namespace TableOrder.Core.Billing;

/// <summary>The rules of money that moves. Pure: the bill as it is, the command and the clock decide.</summary>
internal static class PaymentRule
{
    /// <summary>No bill comes near it: whoever sends more has mistyped.</summary>
    public static readonly Money Most = new(100_000_000_000);

    /// <summary>Why a payment is not taken; null where it is.</summary>
    /// <param name="sums">The bill's sums.</param>
    /// <param name="entries">What was entered on it so far.</param>
    /// <param name="orders">The party's orders.</param>
    /// <param name="amount">How much.</param>
    /// <param name="lines">What it is meant for.</param>
    /// <param name="held">What others are just paying by a provider, where that counts.</param>
    /// <param name="now">The server's clock.</param>
    public static Refusal? Take(
        BillSums sums,
        IReadOnlyList<Payment> entries,
        IReadOnlyList<Order> orders,
        Money amount,
        IReadOnlyList<PaidLine> lines,
        Money held,
        DateTimeOffset now
    )
    {
        if (Amount(amount) is { } malformed)
        {
            return malformed;
        }

        if (lines.Any(line => line.Quantity < 1) || lines.Select(line => line.Id).Distinct().Count() != lines.Count)
        {
            return Refusal.Bad("lines", "Name each line once, with a quantity of 1 or more, or leave lines out.");
        }

        var left = Unlabelled(orders, entries, now);
        if (lines.Any(line => !left.ContainsKey(line.Id)))
        {
            return Refusal.Bad("lines", "Name lines of this bill.");
        }

        if (lines.Any(line => line.Quantity > left[line.Id]))
        {
            return new BillRefusal(BillRefusal.LinePaid);
        }

        var due = sums.Due - held;
        return amount > due ? new BillRefusal(BillRefusal.Overpaid) { AtMost = due > Money.Zero ? due : Money.Zero } : null;
    }

    /// <summary>An amount that can move at all.</summary>
    public static Refusal? Amount(Money amount) =>
        amount <= Money.Zero || amount > Most ? Refusal.Bad("amount", $"Send an amount from 1 to {Most.Minor}, in minor units.") : null;

    /// <summary>What was handed over in cash.</summary>
    public static Refusal? Tendered(TakePayment take) =>
        take.Tendered is not { } tendered ? null
        : !string.Equals(take.Method, Payment.Cash, StringComparison.Ordinal) ? Refusal.Bad("tendered", "Only cash is handed over; leave it out.")
        : tendered < take.Amount || tendered > Most ? Refusal.Bad("tendered", "Send at least the amount, in minor units.")
        : null;

    /// <summary>A reason that people can read.</summary>
    public static Refusal? Reason(string? reason) =>
        PlainText.Tidy(reason) is null || reason!.Length > PlaceRule.LongestNote
            ? Refusal.Bad("reason", $"Say why, in at most {PlaceRule.LongestNote} characters.")
            : null;

    /// <summary>How much of a payment has not gone back and is not about to.</summary>
    public static Money Left(Payment payment, IEnumerable<Payment> entries) =>
        payment is { Kind: PaymentKind.Payment, Status: PaymentStatus.Succeeded }
            ? entries
                .Where(entry => entry.Of == payment.Id && entry.Status != PaymentStatus.Failed)
                .Aggregate(payment.Amount, (left, entry) => left - entry.Amount)
            : Money.Zero;

    /// <summary>How many units of each line no payment that stands, or is just being made, was meant for.</summary>
    public static Dictionary<Guid, int> Unlabelled(IReadOnlyList<Order> orders, IReadOnlyList<Payment> entries, DateTimeOffset now)
    {
        var left = orders.SelectMany(order => order.Lines).ToDictionary(line => line.Id, line => line.Quantity);
        var gone = entries.Where(entry => entry.Kind == PaymentKind.Void).Select(entry => entry.Of).ToHashSet();
        foreach (
            var label in entries
                .Where(entry => entry.Kind == PaymentKind.Payment && !gone.Contains(entry.Id))
                .Where(entry => entry.Status == PaymentStatus.Succeeded || entry.IsHeld(now))
                .SelectMany(entry => entry.Lines)
        )
        {
            // What was cancelled after it was paid is labelled no more.
            if (left.TryGetValue(label.Id, out var units))
            {
                left[label.Id] = Math.Max(0, units - label.Quantity);
            }
        }

        return left;
    }

    /// <summary>What the parties that are just paying by a provider hold of what is due.</summary>
    public static Money Held(IEnumerable<Payment> entries, DateTimeOffset now) =>
        entries.Where(entry => entry.IsHeld(now)).Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount);

    /// <summary>
    /// What a provider's word makes of an entry: null where nothing changes. Money that moved stays moved, whatever is said later or comes late; an entry that failed and was paid
    /// after all counts, with as much as was taken.
    /// </summary>
    public static Payment? Hear(Payment entry, ProviderNews news, DateTimeOffset now) =>
        entry.Status == PaymentStatus.Succeeded ? null
        : news.Status == PaymentStatus.Succeeded
            ? entry with
            {
                Status = PaymentStatus.Succeeded,
                Amount = news.Amount,
                MovedAt = now,
                Reference = news.Reference,
            }
        : news.Status == PaymentStatus.Failed && entry.Status == PaymentStatus.Pending ? entry with { Status = PaymentStatus.Failed }
        : null;
}
