using TableOrder.Core.Access;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Journal;

/// <summary>Answers what staff did: the journal and the events of orders, as one list.</summary>
public sealed class JournalReader
{
    /// <summary>The most entries of a page.</summary>
    public const int MostItems = 200;

    /// <summary>Raised when something is noted in the journal; what is done to orders the log tells.</summary>
    internal const string Topic = "journal";

    private readonly ReadPool reads;

    internal JournalReader(ReadPool reads) => this.reads = reads;

    /// <summary>The topics that rise when an answer of this reader changes, beside the log of orders.</summary>
    public static IReadOnlyList<string> Watched { get; } = [Topic];

    /// <summary>
    /// What one member of staff did, or all of them, newest first: a handful of short statements, however much was done. A page may hold fewer than asked for and yet go on: among all
    /// of the staff's it looks at a bounded part of the log each time.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="staffId">Whose; null: everybody's.</param>
    /// <param name="after">Where the page before ended; null: from the newest.</param>
    /// <param name="limit">At most so many, 1 to <see cref="MostItems"/>.</param>
    public async Task<Outcome<JournalPage>> PageAsync(Actor actor, Guid? staffId = null, JournalCursor? after = null, int limit = 50)
    {
        if (Rights.Refuse(actor, Right.ReadJournal) is { } refusal)
        {
            return refusal;
        }

        limit = Math.Clamp(limit, 1, MostItems);
        var from = after ?? new JournalCursor(long.MaxValue, long.MaxValue);
        return await reads.SnapshotAsync(session => staffId is { } staff ? One(session, staff, from, limit) : All(session, from, limit));
    }

    private static JournalPage One(Session session, Guid staff, JournalCursor from, int limit)
    {
        var who = $"staff:{staff}";
        return JournalMerge.Page(
            JournalSql.Of(session, who, from.Journal, limit + 1),
            JournalSql.OrdersOf(session, who, from.Order, limit + 1),
            bottom: null,
            from,
            limit,
            JournalSql.Names(session)
        );
    }

    private static JournalPage All(Session session, JournalCursor from, int limit)
    {
        var (orders, bottom) = JournalSql.OrdersOfAll(session, from.Order, limit + 1);
        return JournalMerge.Page(JournalSql.OfAll(session, from.Journal, limit + 1), orders, bottom, from, limit, JournalSql.Names(session));
    }
}
