using TableOrder.Core;
using TableOrder.Core.Billing;

namespace TableOrder.Web.Bills;

/// <summary>
/// What somebody chooses of a bill, kept while the bill goes on below it: whoever else pays meanwhile takes nothing of the choice but what is paid already. Pure but for its own state.
/// </summary>
internal sealed class SplitChoice
{
    private readonly Dictionary<Guid, PickedPart> picks = [];
    private ChosenPart? painted;
    private long version;
    private int payments;

    /// <summary>How it is chosen.</summary>
    public SplitMode Mode { get; set; }

    /// <summary>Among how many what is due is shared.</summary>
    public int People { get; private set; } = 2;

    /// <summary>What was typed as an amount; null: nothing that is one.</summary>
    public Money? Amount { get; set; }

    /// <summary>Begins anew for a party of so many, of whom those who have paid need not pay again.</summary>
    public void Begin(Bill bill, int party)
    {
        payments = Standing(bill);
        People = Math.Clamp(Math.Max(2, party) - payments, 1, Split.MostPeople);
    }

    /// <summary>The bill goes on: of those who share evenly, whoever has paid is one fewer, and what others have paid can not be picked any more.</summary>
    public void Follow(Bill bill)
    {
        var standing = Standing(bill);
        (People, payments) = (Math.Clamp(People - (standing - payments), 1, Split.MostPeople), standing);
        foreach (var line in bill.Lines.Where(line => picks.TryGetValue(line.Id, out var pick) && pick.Units > line.UnitsLeft))
        {
            Pick(line, line.UnitsLeft);
        }
    }

    /// <summary>One more or fewer who share.</summary>
    public void Among(int people) => People = Math.Clamp(people, 1, Split.MostPeople);

    /// <summary>What is picked of a line.</summary>
    public PickedPart Of(BillLine line) => picks.GetValueOrDefault(line.Id) ?? new PickedPart(line.Id, 0);

    /// <summary>So many units of a line.</summary>
    public void Pick(BillLine line, int units)
    {
        if (units <= 0)
        {
            picks.Remove(line.Id);
        }
        else
        {
            picks[line.Id] = Of(line) with { Units = Math.Min(units, line.UnitsLeft) };
        }
    }

    /// <summary>So many share what is picked of a line.</summary>
    public void Share(BillLine line, int people) => picks[line.Id] = Of(line) with { SharedBy = Math.Clamp(people, 1, Split.MostPeople) };

    /// <summary>Picks what one has ordered: of what several ordered together their part.</summary>
    public void PickMine(Bill bill, string me)
    {
        picks.Clear();
        foreach (var line in bill.Lines.Where(line => line.UnitsLeft > 0))
        {
            if (Guests(line) is { } guests && guests.Contains(me, StringComparer.Ordinal))
            {
                picks[line.Id] = new PickedPart(line.Id, line.UnitsLeft, guests.Length);
            }
        }
    }

    /// <summary>Whether there is something on the bill that one has ordered and nobody has paid.</summary>
    public static bool HasOrdered(Bill bill, string me) =>
        me.Length > 0 && bill.Lines.Any(line => line.UnitsLeft > 0 && Guests(line)?.Contains(me, StringComparer.Ordinal) == true);

    /// <summary>The part of the bill as it is now.</summary>
    public ChosenPart Part(Bill bill)
    {
        IReadOnlyList<PickedPart> picked = Mode == SplitMode.Items ? [.. bill.Lines.Select(Of).Where(pick => pick.Units > 0)] : [];
        var amount = Mode switch
        {
            SplitMode.All => bill.Owed,
            SplitMode.Evenly => Split.Evenly(bill.Owed, People)[0],
            SplitMode.Items => picked.Count == 0 ? Money.Zero : Split.OfItems(bill, picked),
            _ => Amount is { } typed && typed > Money.Zero && typed <= bill.Owed ? typed : Money.Zero,
        };
        var part = new ChosenPart(painted?.RequestId ?? Guid.NewGuid(), Mode, amount, bill.Owed - amount, Split.Labels(picked), picked);
        if (version != bill.Version || !part.Equals(painted))
        {
            (painted, version) = (part with { RequestId = Guid.NewGuid() }, bill.Version);
        }

        return painted;
    }

    /// <summary>What a pick of one line comes to.</summary>
    public Money Price(Bill bill, BillLine line) => Of(line) is { Units: > 0 } pick ? Split.OfItems(bill, [pick]) : Money.Zero;

    private static string[]? Guests(BillLine line) => line.Guest?.Split(", ", StringSplitOptions.RemoveEmptyEntries);

    private static int Standing(Bill bill)
    {
        var gone = bill.Payments.Where(entry => entry.Kind == PaymentKind.Void).Select(entry => entry.Of).ToHashSet();
        return bill.Payments.Count(entry => entry is { Kind: PaymentKind.Payment, Status: not PaymentStatus.Failed } && !gone.Contains(entry.Id));
    }
}
