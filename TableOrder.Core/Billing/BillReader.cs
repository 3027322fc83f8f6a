using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>Answers what a party has to pay. Guests see their own bill; another party's does not exist for them.</summary>
public sealed class BillReader
{
    private readonly ReadPool reads;
    private readonly SettingsReader settings;
    private readonly TimeProvider clock;

    internal BillReader(ReadPool reads, SettingsReader settings, TimeProvider clock) =>
        (this.reads, this.settings, this.clock) = (reads, settings, clock);

    /// <summary>The topics that rise with whatever changes a bill but its orders, of which the log tells.</summary>
    public static IReadOnlyList<string> Watched(Guid seating) => [SeatingSql.BillTopic(seating)];

    /// <summary>A bill, of one moment: also of a party that has left. Staff say whose; one that was merged into another is that one's. Refuses another party's ("not_found").</summary>
    public async Task<Outcome<Bill>> GetAsync(Actor actor, Guid? seatingId = null)
    {
        if (Rights.Refuse(actor, Right.ReadBill) is { } refusal)
        {
            return refusal;
        }

        var house = await settings.CurrentAsync();
        return await reads.SnapshotAsync(session => Get(session, actor, seatingId, house.Currency));
    }

    private Outcome<Bill> Get(Session session, Actor actor, Guid? named, string currency)
    {
        var mine = actor.Role == Role.Guest ? SeatingSql.OpenOf(session, actor.Id) : null;
        if (actor.Role == Role.Guest && mine is null)
        {
            return new Refusal(SeatingRefusal.SeatingClosed);
        }

        if ((named ?? mine) is not { } asked)
        {
            return Refusal.Bad("seatingId", "Say for which seating.");
        }

        return SeatingSql.Find(session, asked) is { } seating && (mine is null || mine == seating.Id)
            ? Of(session, seating, currency, clock.GetUtcNow())
            : new Refusal(Refusal.NotFound);
    }

    private static Bill Of(Session session, SeatingAtOrder seating, string currency, DateTimeOffset now)
    {
        var orders = OrderSql.FetchOf(session, seating.Id);
        var entries = BillSql.Of(session, seating.Id);
        var lines = BillRule.Share(seating.Sums, BillLines.Of(session, seating.Id, orders, PaymentRule.Unlabelled(orders, entries, now)));
        return new Bill
        {
            SeatingId = seating.Id,
            TableName = seating.TableName,
            IsOpen = seating.IsOpen,
            Version = seating.BillVersion,
            Currency = currency,
            Sums = seating.Sums,
            Lines = lines,
            Taxes = BillRule.Taxes(lines),
            Discounts = BillSql.Discounts(session, seating.Id),
            Payments = entries,
            Held = PaymentRule.Held(entries, now),
        };
    }
}
