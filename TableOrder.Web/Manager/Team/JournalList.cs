using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Journal;

namespace TableOrder.Web.Manager.Team;

/// <summary>What somebody did, newest first: from the newest down to where the reader has come. What is new comes on top, without reading the rest again.</summary>
public sealed class JournalList(JournalReader reader, Actor actor, Guid? staffId)
{
    /// <summary>So many more come each time.</summary>
    public const int PageSize = 50;

    /// <summary>A screen holds so many.</summary>
    public const int MostShown = 1000;

    /// <summary>A page of everybody's may end early; so many are asked for before the reader is.</summary>
    private const int MostTries = 10;
    private readonly List<JournalEntry> items = [];

    /// <summary>What was done, newest first.</summary>
    public IReadOnlyList<JournalEntry> Items => items;

    /// <summary>Where it goes on; null where it has come to the end.</summary>
    public JournalCursor? Next { get; private set; }

    /// <summary>Begins anew. Gives how many it holds.</summary>
    public async Task<Outcome<int>> ReadAsync()
    {
        items.Clear();
        Next = null;
        return await AppendAsync();
    }

    /// <summary>On from where it ends.</summary>
    public Task<Outcome<int>> MoreAsync() => AppendAsync();

    /// <summary>What has been done since. After very much it begins anew, as after it has grown too long for a screen.</summary>
    public async Task RefreshAsync()
    {
        if (items.Count == 0)
        {
            await ReadAsync();
            return;
        }

        if (!(await reader.PageAsync(actor, staffId, after: null, PageSize)).Succeeded(out var page, out _))
        {
            return;
        }

        var newest = Key(items[0]);
        var known = items.Take(PageSize).Select(Key).ToHashSet();
        var fresh = page.Items.Where(entry => !known.Contains(Key(entry))).ToList();
        if (fresh.Count > 0 && page.Items.All(entry => Key(entry) != newest) || items.Count + fresh.Count > MostShown + PageSize)
        {
            items.Clear();
            items.AddRange(page.Items);
            Next = page.Next;
        }
        else
        {
            items.InsertRange(0, fresh.TakeWhile(entry => Key(entry) != newest));
        }
    }

    private async Task<Outcome<int>> AppendAsync()
    {
        var wanted = items.Count + PageSize;
        var after = Next;
        for (var tries = 0; tries < MostTries && items.Count < wanted && (tries == 0 || after is not null); tries++)
        {
            if (!(await reader.PageAsync(actor, staffId, after, wanted - items.Count)).Succeeded(out var page, out var refusal))
            {
                return refusal;
            }

            items.AddRange(page.Items);
            Next = after = page.Next;
        }

        return items.Count;
    }

    private static (bool, long) Key(JournalEntry entry) => (entry.OrderId is null, entry.Sequence);
}
