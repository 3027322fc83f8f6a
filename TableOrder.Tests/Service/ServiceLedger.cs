using TableOrder.Core;

namespace TableOrder.Tests.Service;

/// <summary>Counts by party what answers said had moved, and knows which parties became one.</summary>
internal sealed class ServiceLedger
{
    private readonly Dictionary<Guid, Guid> became = [];
    private readonly List<(Guid Party, Money Paid, Money Refunded)> moved = [];

    /// <summary>Every party of which it has heard.</summary>
    public IEnumerable<Guid> Parties => moved.Select(entry => entry.Party).Concat(became.Keys);

    /// <summary>What was paid and what was given back, of all parties.</summary>
    public (Money Paid, Money Refunded) Moved => Sum(moved);

    public void Paid(Guid party, Money amount) => moved.Add((party, amount, Money.Zero));

    public void Refunded(Guid party, Money amount) => moved.Add((party, Money.Zero, amount));

    public void Merged(Guid from, Guid into) => became[from] = into;

    /// <summary>What a party that stands by itself has paid and got back, with those that became part of it.</summary>
    public (Money Paid, Money Refunded) Of(Guid party) => Sum(moved.Where(entry => Now(entry.Party) == party));

    private Guid Now(Guid party) => became.TryGetValue(party, out var other) ? Now(other) : party;

    private static (Money Paid, Money Refunded) Sum(IEnumerable<(Guid Party, Money Paid, Money Refunded)> entries) =>
        entries.Aggregate((Paid: Money.Zero, Refunded: Money.Zero), (sum, entry) => (sum.Paid + entry.Paid, sum.Refunded + entry.Refunded));
}
