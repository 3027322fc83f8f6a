namespace TableOrder.Core.Journal;

/// <summary>How far down the log was looked through.</summary>
internal sealed record LogBottom(long Sequence, DateTimeOffset At);

/// <summary>Makes one list of two, newest first. Pure. Each keeps its own order, which is that of its sequence: the clock only says how they lie between each other.</summary>
internal static class JournalMerge
{
    /// <param name="journal">The journal's rows, newest first, one more than fits where there are more.</param>
    /// <param name="orders">Orders' events, likewise.</param>
    /// <param name="bottom">Where the log was not looked at any further; null: it was, as far as needed.</param>
    /// <param name="from">Where both begin.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="names">Accounts' names by their log names.</param>
    public static JournalPage Page(
        List<JournalEntry> journal,
        List<JournalEntry> orders,
        LogBottom? bottom,
        JournalCursor from,
        int limit,
        IReadOnlyDictionary<string, string> names
    )
    {
        var items = new List<JournalEntry>(limit);
        var (noted, done) = (0, 0);
        var cut = false;
        while (items.Count < limit && (noted < journal.Count || done < orders.Count))
        {
            var note = noted < journal.Count ? journal[noted] : null;
            var order = done < orders.Count ? orders[done] : null;
            if (order is null && bottom is not null && note!.At < bottom.At)
            {
                // Below, events may lie that belong before it.
                cut = true;
                break;
            }

            var next = order is not null && (note is null || order.At >= note.At) ? order : note!;
            (noted, done) = next == order ? (noted, done + 1) : (noted + 1, done);
            items.Add(next with { StaffName = names.GetValueOrDefault(next.Actor, "") });
        }

        var more = cut || noted < journal.Count || done < orders.Count || bottom is not null;
        var log =
            done == orders.Count && bottom is not null ? bottom.Sequence
            : done > 0 ? orders[done - 1].Sequence
            : from.Order;
        return new JournalPage(items, more ? new JournalCursor(noted > 0 ? journal[noted - 1].Sequence : from.Journal, log) : null);
    }
}
