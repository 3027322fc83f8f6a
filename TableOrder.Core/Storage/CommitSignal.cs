namespace TableOrder.Core.Storage;

/// <summary>Tells, after a commit, the names of what changed. A hint, not a message: listeners read what they need, and a slow timer makes up for a lost one.</summary>
internal sealed class CommitSignal
{
    private volatile Action<IReadOnlySet<string>>[] listeners = [];

    /// <summary>Adds a listener for good. It runs on the writer's thread: it may set flags and wake tasks, nothing else.</summary>
    public void Listen(Action<IReadOnlySet<string>> listener) => listeners = [.. listeners, listener];

    /// <summary>As <see cref="Listen"/>, for whoever keeps something and forgets it now: before others are woken and look for it.</summary>
    public void ListenFirst(Action<IReadOnlySet<string>> listener) => listeners = [listener, .. listeners];

    public void Raise(IReadOnlySet<string> changed)
    {
        foreach (var listener in listeners)
        {
            listener(changed);
        }
    }
}
