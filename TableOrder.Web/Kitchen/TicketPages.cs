namespace TableOrder.Web.Kitchen;

/// <summary>Makes pages of tickets: column after column, as people read, and no ticket is left out. Pure.</summary>
internal static class TicketPages
{
    /// <summary>The bar that leads to other pages takes this much of each.</summary>
    private const int Bar = 72;

    public static List<IReadOnlyList<TicketPart>> Of(IReadOnlyList<TicketRail.Hung> line, Frame frame)
    {
        var pages = Fill(line, frame, frame.Height);
        return pages.Count > 1 ? Fill(line, frame, frame.Height - Bar) : pages;
    }

    private static List<IReadOnlyList<TicketPart>> Fill(IReadOnlyList<TicketRail.Hung> line, Frame frame, int height)
    {
        var pages = new List<IReadOnlyList<TicketPart>>();
        var (page, column, used) = (new List<TicketPart>(), 0, 0);
        foreach (var ticket in line)
        {
            foreach (var (part, tall) in Parts(ticket, frame, height))
            {
                if (used > 0 && used + tall > height)
                {
                    (column, used) = (column + 1, 0);
                }

                if (column == frame.ColumnCount)
                {
                    pages.Add(page);
                    (page, column) = ([], 0);
                }

                page.Add(part);
                used += tall + Frame.Gap;
            }
        }

        pages.Add(page);
        return pages;
    }

    /// <summary>The whole ticket, or so many parts as it takes to fit each into a column; every part has the head, the last one the foot.</summary>
    private static IEnumerable<(TicketPart Part, int Height)> Parts(TicketRail.Hung ticket, Frame frame, int height)
    {
        var (above, below) = (frame.Reckon(ticket.Heights[0]), frame.Reckon(ticket.Heights[1]));
        var lines = ticket.Heights.AsSpan(2).ToArray().Select(line => frame.Reckon(line)).ToList();
        if (above + lines.Sum() + below > height)
        {
            // Each part says which it is.
            above += frame.Reckon(TicketSize.ChipRow);
        }

        var ends = new List<(int End, int Height)>();
        var tall = above;
        for (var i = 0; i < lines.Count; i++)
        {
            // A column that is too low for a single line holds it all the same: it is never left out.
            if (tall > above && tall + lines[i] + below > height)
            {
                ends.Add((i, tall + below));
                tall = above;
            }

            tall += lines[i];
        }

        ends.Add((lines.Count, tall + below));
        for (var (part, from) = (0, 0); part < ends.Count; from = ends[part++].End)
        {
            var isTight = ends[part].End - from == 1 && ends[part].Height > height - Frame.Gap;
            yield return (new TicketPart(ticket.Order.Id, part, ends.Count, from, ends[part].End - from, isTight), ends[part].Height);
        }
    }
}
