using TableOrder.Core.Seating;

namespace TableOrder.Web.Api;

/// <summary>A party's stay with all that is known of it; its bill tells how the sums came about.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TableId">Where it is.</param>
/// <param name="TableName">As on the table's plate.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="ClosedAt">Until when; null while it lasts.</param>
/// <param name="MergedInto">The seating that it became a part of; null where it stands by itself.</param>
/// <param name="Party">How many people, as far as known.</param>
/// <param name="Total">The sum of its uncancelled orders, in minor units.</param>
/// <param name="Paid">Every payment that succeeded.</param>
/// <param name="Refunded">Everything that went back, never netted with what was paid.</param>
/// <param name="Due">What is still to be paid, after discounts and with service; below zero it is credit.</param>
/// <param name="Rounds">How many orders it has sent.</param>
/// <param name="Allergies">What somebody at the table must not eat.</param>
/// <param name="JoinLink">What joins it now, as the table's screen shows it; null where it is closed.</param>
/// <param name="JoinLinkUntil">When another link takes its place; it counts for a minute longer.</param>
internal sealed record SeatingDetailBody(
    Guid Id,
    Guid TableId,
    string TableName,
    DateTime OpenedAt,
    DateTime? ClosedAt,
    Guid? MergedInto,
    int Party,
    long Total,
    long Paid,
    long Refunded,
    long Due,
    int Rounds,
    IReadOnlyList<string> Allergies,
    string? JoinLink,
    DateTime? JoinLinkUntil
)
{
    public static SeatingDetailBody Of(SeatingDetail seating, CurrentCode? code, string home) =>
        new(
            seating.Id,
            seating.TableId,
            seating.TableName,
            seating.OpenedAt.UtcDateTime,
            seating.ClosedAt?.UtcDateTime,
            seating.MergedInto,
            seating.Party,
            seating.Total.Minor,
            seating.Sums.Paid.Minor,
            seating.Sums.Refunded.Minor,
            seating.Sums.Due.Minor,
            seating.Rounds,
            seating.Allergies,
            code is null ? null : $"{home}/t/{code.Code}",
            code?.NextAt.UtcDateTime
        );
}
