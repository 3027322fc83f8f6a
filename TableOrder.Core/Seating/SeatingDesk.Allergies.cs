using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Menu;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>What somebody at the table must not eat: every guest of the seating sees it, and its next orders carry it.</summary>
public sealed partial class SeatingDesk
{
    /// <summary>
    /// Says what somebody at the table must not eat, in place of what was said before; none: nothing. Gives the codes as they are kept.
    /// Refuses codes that <see cref="Allergens.All"/> does not have, another party's seating, and one that is closed. Staff say for which seating.
    /// </summary>
    public Task<Outcome<IReadOnlyList<string>>> SetAllergiesAsync(
        Actor actor,
        IReadOnlyList<string> codes,
        Guid? seatingId = null,
        CancellationToken cancellation = default
    ) => AllergiesAsync(actor, seatingId, codes, _ => codes, cancellation);

    /// <summary>
    /// Says more, or less, of what somebody at the table must not eat. A difference, never a whole list: what two people say in the same moment is both kept.
    /// Gives the codes as they are kept, and refuses what <see cref="SetAllergiesAsync"/> refuses.
    /// </summary>
    public Task<Outcome<IReadOnlyList<string>>> ChangeAllergiesAsync(Actor actor, ChangeAllergies change, CancellationToken cancellation = default) =>
        AllergiesAsync(
            actor,
            change.SeatingId,
            [.. change.More, .. change.Fewer],
            now => now.Except(change.Fewer, StringComparer.Ordinal).Concat(change.More),
            cancellation
        );

    private async Task<Outcome<IReadOnlyList<string>>> AllergiesAsync(
        Actor actor,
        Guid? seatingId,
        IReadOnlyList<string> said,
        Func<IReadOnlyList<string>, IEnumerable<string>> after,
        CancellationToken cancellation
    )
    {
        if (Rights.Refuse(actor, Right.SetAllergies) is { } refusal)
        {
            return refusal;
        }

        if ((actor.SeatingId ?? seatingId) is not { } seating)
        {
            return Refusal.Bad("seatingId", "Say for which seating.");
        }

        if (seatingId is { } named && named != seating)
        {
            return new Refusal(Refusal.NotFound);
        }

        return said.Any(code => !Allergens.All.Contains(code, StringComparer.Ordinal))
            ? Refusal.Bad("allergies", $"Send a list of these codes: {string.Join(", ", Allergens.All)}.")
            : await writer.RunAsync(tx => SetAllergies(tx, actor, seating, after), cancellation);
    }

    private static Outcome<IReadOnlyList<string>> SetAllergies(
        Tx tx,
        Actor actor,
        Guid seatingId,
        Func<IReadOnlyList<string>, IEnumerable<string>> after
    )
    {
        if (SeatingSql.Find(tx.Session, seatingId) is not { } seating)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (!seating.IsOpen)
        {
            return new Refusal(SeatingRefusal.SeatingClosed);
        }

        List<string> codes = [.. Allergens.InOrder(after(seating.Allergies))];
        if (!codes.SequenceEqual(seating.Allergies, StringComparer.Ordinal))
        {
            tx.Session.Execute("UPDATE seatings SET allergies = $1 WHERE id = $2", Columns.ToJson(codes), seating.Id);
            JournalSql.Write(tx, actor, Acts.AllergiesSet, seating.TableName, new { Allergies = codes });
            Topics.Raise(tx, SeatingSql.SharedTopic(seating.Id));
        }

        return codes;
    }
}

/// <summary>More, and less, of what somebody at a table must not eat, as codes of <see cref="Allergens.All"/>.</summary>
/// <param name="More">What must not be eaten, whether it was said before or not.</param>
/// <param name="Fewer">What may be eaten again.</param>
public sealed record ChangeAllergies(IReadOnlyList<string> More, IReadOnlyList<string> Fewer)
{
    /// <summary>For which stay; only staff say it, a guest's is their own.</summary>
    public Guid? SeatingId { get; init; }
}
