namespace TableOrder.Core.Storage;

/// <summary>A command on its way through the writer. It may be run more than once; what counts is its last run.</summary>
internal abstract class WriteJob
{
    /// <summary>Try again in a moment, with the same id.</summary>
    public static Refusal Busy { get; } = new(Refusal.Busy) { RetryAfter = TimeSpan.FromSeconds(1) };

    /// <summary>What the last run threw; null where it ended well or refused.</summary>
    public Exception? Thrown { get; protected set; }

    /// <summary>What listeners hear of after the commit.</summary>
    public IReadOnlyCollection<string> Changed { get; protected set; } = [];

    /// <summary>From now on cancellation counts no more; false where it came before.</summary>
    public abstract bool Take();

    /// <summary>Runs the command; false where it refused or threw, so that what it wrote is to be rolled back.</summary>
    public abstract bool Run(Tx tx);

    /// <summary>Answers the caller with what the last run gave.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller of an outage.</summary>
    public abstract void Fail(Exception fault);

    /// <summary>Tells the caller that it may stand or not.</summary>
    public abstract void Unknown();
}

/// <summary>A command with its answer.</summary>
internal sealed class WriteJob<T>(Func<Tx, Outcome<T>> command, CancellationToken cancellation) : WriteJob
{
    // Callers go on elsewhere: the writer's thread writes.
    private readonly TaskCompletionSource<Outcome<T>> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Outcome<T> outcome;

    public Task<Outcome<T>> Answer => answer.Task;

    public override bool Take() => !(cancellation.IsCancellationRequested && answer.TrySetCanceled(cancellation));

    public override bool Run(Tx tx)
    {
        (Thrown, Changed, outcome) = (null, [], default);
        try
        {
            outcome = command(tx);
        }
#pragma warning disable CA1031 // whatever a command throws goes to its caller
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Thrown = fault;
            return false;
        }

        if (outcome.Refusal is not null)
        {
            return false;
        }

        Changed = tx.Changed;
        return true;
    }

    public override void Complete()
    {
        if (Thrown is null)
        {
            answer.TrySetResult(outcome);
        }
        else
        {
            answer.TrySetException(Thrown);
        }
    }

    public override void Fail(Exception fault) => answer.TrySetException(fault);

    public override void Unknown() => answer.TrySetResult(Busy);
}
