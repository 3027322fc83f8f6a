namespace TableOrder.Core.Billing;

/// <summary>How a sum becomes parts that are the sum again, to the last won. Pure. Everybody pays a part of what is due then, so whoever pays last pays exactly what is left.</summary>
public static class Split
{
    /// <summary>The most people that may share.</summary>
    public const int MostPeople = 99;

    /// <summary>
    /// The parts of an amount by their weights, by the largest remainder: each is its exact share rounded down, and what is left goes, a minor unit each, to those that lost most;
    /// of equals to the first. Where no weight is above zero, all are equal.
    /// </summary>
    /// <param name="whole">What is to be parted; not negative.</param>
    /// <param name="weights">One for each part; none negative.</param>
    public static IReadOnlyList<Money> Allocate(Money whole, IReadOnlyList<long> weights)
    {
        if (whole < Money.Zero || weights.Any(weight => weight < 0))
        {
            throw new ArgumentOutOfRangeException(nameof(whole), whole, "Neither the whole nor a weight is below zero");
        }

        var sum = weights.Aggregate((Int128)0, (all, weight) => all + weight);
        if (sum == 0)
        {
            return weights.Count == 0 ? [] : Evenly(whole, weights.Count);
        }

        var exact = weights.Select(weight => Int128.DivRem((Int128)whole.Minor * weight, sum)).ToList();
        var parts = exact.ConvertAll(part => (long)part.Quotient);
        var left = whole.Minor - parts.Sum();
        foreach (var (_, i) in exact.Select((part, i) => (part.Remainder, i)).OrderByDescending(part => part.Remainder).Take((int)left))
        {
            parts[i]++;
        }

        return parts.ConvertAll(part => new Money(part));
    }

    /// <summary>Equal parts of an amount; where they cannot be, the first ones are a minor unit more.</summary>
    public static IReadOnlyList<Money> Evenly(Money whole, int people)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 1);
        return Allocate(whole, [.. Enumerable.Repeat(1L, people)]);
    }

    /// <summary>
    /// What somebody pays for what they pick of a bill: of each line so many of the units that nobody has paid yet, as they come to after discounts and service, alone or as one of
    /// several who share them. Whoever picks all that is left, alone, pays what is due; nobody ever pays more.
    /// </summary>
    public static Money OfItems(Bill bill, IReadOnlyList<PickedPart> picked)
    {
        if (
            bill.Lines.All(line =>
                picked.Any(part => part.LineId == line.Id && part.SharedBy == 1 && part.Units >= line.UnitsLeft) || line.UnitsLeft == 0
            )
        )
        {
            return bill.Owed;
        }

        var sum = Money.Zero;
        foreach (var part in picked)
        {
            if (bill.Lines.FirstOrDefault(line => line.Id == part.LineId) is { } line)
            {
                var units = Units(line).Take(Math.Min(part.Units, line.UnitsLeft)).Aggregate(Money.Zero, (all, unit) => all + unit);
                sum += Evenly(units, part.SharedBy)[0];
            }
        }

        return Money.Min(sum, bill.Owed);
    }

    /// <summary>The label that goes with a pick: whole units that are one's own. A third of a bottle is no label.</summary>
    public static IReadOnlyList<PaidLine> Labels(IReadOnlyList<PickedPart> picked) =>
        [
            .. picked
                .Where(part => part.Units > 0 && part.Units % part.SharedBy == 0)
                .Select(part => new PaidLine(part.LineId, part.Units / part.SharedBy)),
        ];

    /// <summary>What each unit of a line that nobody has paid yet comes to.</summary>
    private static IEnumerable<Money> Units(BillLine line) =>
        line.Quantity == 0 ? [] : Evenly(line.Payable, line.Quantity).Skip(line.Quantity - line.UnitsLeft);
}

/// <summary>What somebody picks of a line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Units">How many of its units that nobody has paid yet.</param>
/// <param name="SharedBy">How many people share them, themselves among them; 1: they pay them alone.</param>
public sealed record PickedPart(Guid LineId, int Units, int SharedBy = 1);
