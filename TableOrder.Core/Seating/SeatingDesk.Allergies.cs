using TableOrder.Core.Access;
using TableOrder.Core.Feed;
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
    public async Task<Outcome<IReadOnlyList<string>>> SetAllergiesAsync(
        Actor actor,
        IReadOnlyList<string> codes,
        Guid? seatingId = null,
        CancellationToken cancellation = default
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

        return codes.Any(code => !Allergens.All.Contains(code, StringComparer.Ordinal))
            ? Refusal.Bad("allergies", $"Send a list of these codes: {string.Join(", ", Allergens.All)}.")
            : await writer.RunAsync(tx => SetAllergies(tx, seating, [.. Allergens.InOrder(codes)]), cancellation);
    }

    private static Outcome<IReadOnlyList<string>> SetAllergies(Tx tx, Guid seatingId, List<string> codes)
    {
        if (SeatingSql.Find(tx.Session, seatingId) is not { } seating)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (!seating.IsOpen)
        {
            return new Refusal(SeatingRefusal.SeatingClosed);
        }

        if (!codes.SequenceEqual(seating.Allergies, StringComparer.Ordinal))
        {
            tx.Session.Execute("UPDATE seatings SET allergies = $1 WHERE id = $2", Columns.ToJson(codes), seatingId);
            Topics.Raise(tx, SeatingSql.SharedTopic(seatingId));
        }

        return codes;
    }
}
