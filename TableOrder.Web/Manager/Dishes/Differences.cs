using TableOrder.Core.Menu.Editing;

namespace TableOrder.Web.Manager.Dishes;

/// <summary>What somebody else changed while one edits: what was taken over, and what both changed and somebody has to decide.</summary>
/// <typeparam name="T">What is edited.</typeparam>
/// <param name="fields">Its fields.</param>
/// <param name="origin">What the edit began with.</param>
public sealed class Differences<T>(Merging<T> fields, T origin)
{
    private readonly List<string> taken = [];
    private readonly List<string> disputed = [];

    /// <summary>The newest that others made; the next save is made from it.</summary>
    public T Theirs { get; private set; } = origin;

    /// <summary>The fields that stand here as another changed them.</summary>
    public IReadOnlyList<string> Taken => taken;

    /// <summary>The fields that both changed; mine stands until somebody decides.</summary>
    public IReadOnlyList<string> Disputed => disputed;

    /// <summary>Hears of a newer one. Gives what came of both.</summary>
    public Merged<T> Hear(T mine, T theirs)
    {
        var merged = fields.Merge(Theirs, mine, theirs);
        Theirs = theirs;
        taken.RemoveAll(field => merged.Disputed.Contains(field, StringComparer.Ordinal));
        taken.AddRange(merged.Taken.Except(taken, StringComparer.Ordinal).ToList());
        disputed.AddRange(merged.Disputed.Except(disputed, StringComparer.Ordinal).ToList());
        disputed.RemoveAll(field => !fields.Changed(merged.Draft, theirs).Contains(field, StringComparer.Ordinal));
        return merged;
    }

    /// <summary>Somebody has decided about a field.</summary>
    public void Settle(string field) => disputed.Remove(field);

    /// <summary>Whether a draft says anything else than the newest.</summary>
    public bool IsChanged(T mine) => fields.Changed(Theirs, mine).Count > 0;
}
