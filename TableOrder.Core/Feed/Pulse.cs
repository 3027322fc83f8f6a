namespace TableOrder.Core.Feed;

/// <summary>Wakes everybody who waits, however many, without a list of them: each beat completes one shared task and starts the next.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next beat. Take it before you look, then wait only if there was nothing to see.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Wakes all who wait; never runs their code on the caller's thread.</summary>
    public void Beat() => Interlocked.Exchange(ref next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
