using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace TableOrder.Core.Storage;

/// <summary>
/// The only way to write: a bounded queue in front of one thread and one connection, so that SQLite's BUSY cannot happen.
/// A caller is answered after its commit, and listeners hear of the change then.
/// </summary>
internal sealed partial class Writer : IDisposable
{
    private const int Queue = 1024;
    private readonly Channel<Job> jobs = Channel.CreateBounded<Job>(new BoundedChannelOptions(Queue) { SingleReader = true });
    private readonly IDatabase database;
    private readonly CommitSignal committed;
    private readonly TimeProvider clock;
    private readonly ILogger<Writer> log;
    private readonly Lazy<Thread> thread;
    private Session? session;

    public Writer(IDatabase database, CommitSignal committed, TimeProvider clock, ILogger<Writer> log)
    {
        (this.database, this.committed, this.clock, this.log) = (database, committed, clock, log);
        thread = new Lazy<Thread>(Start);
    }

    /// <summary>Why the last commit failed; null while all is well.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Runs a command in a transaction. A refusal rolls back. A full queue refuses at once with <see cref="Refusal.Busy"/>; cancellation counts only until the command is taken.</summary>
    public Task<Outcome<T>> RunAsync<T>(Func<Tx, Outcome<T>> command, CancellationToken cancellation = default)
    {
        _ = thread.Value;
        var job = new Job<T>(command, cancellation);
        return jobs.Writer.TryWrite(job)
            ? job.Answer
            : Task.FromResult<Outcome<T>>(new Refusal(Refusal.Busy) { RetryAfter = TimeSpan.FromSeconds(1) });
    }

    /// <summary>Takes no more and finishes what waits.</summary>
    public void Dispose()
    {
        jobs.Writer.TryComplete();
        if (thread.IsValueCreated)
        {
            thread.Value.Join();
        }
    }

    private Thread Start()
    {
        var started = new Thread(Work) { Name = "writer", IsBackground = true };
        started.Start();
        return started;
    }

    private void Work()
    {
        var reader = jobs.Reader;
        while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (reader.TryRead(out var job))
            {
                if (!job.IsCancelled)
                {
                    Run(job);
                }
            }
        }
    }

    private void Run(Job job)
    {
        try
        {
            session ??= database.OpenWriter();
            var tx = new Tx(session, clock.GetUtcNow());
            session.Execute("BEGIN IMMEDIATE");
            if (!job.Run(tx))
            {
                session.Execute("ROLLBACK");
                job.Complete();
                return;
            }

            session.Execute("COMMIT");
            Fault = null;
            try
            {
                committed.Raise(tx.Changed);
            }
            finally
            {
                // Committed is committed: whatever a listener did, the caller hears of it.
                job.Complete();
            }
        }
#pragma warning disable CA1031 // whatever a command throws goes to its caller; the writer itself must live on
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(job, fault);
        }
        finally
        {
            session?.Db.ChangeTracker.Clear();
        }
    }

    private void Failed(Job job, Exception fault)
    {
        LogFault(log, fault);
        Fault = job.HasRun || fault is DbException ? fault : Fault;
        try
        {
            // SQLITE_FULL and I/O errors may have ended the transaction already: a blind ROLLBACK would be an error of its own.
            if (session is not null && database.InTransaction)
            {
                session.Execute("ROLLBACK");
            }
        }
#pragma warning disable CA1031 // a connection that cannot even roll back is given up; the writer itself must live on
        catch (Exception worse)
#pragma warning restore CA1031
        {
            LogFault(log, worse);
            session?.Dispose();
            session = null;
        }

        job.Fail(fault);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A write failed and was rolled back")]
    private static partial void LogFault(ILogger logger, Exception fault);

    private abstract class Job
    {
        /// <summary>Whether the command itself ended well, so that a fault is the database's.</summary>
        public bool HasRun { get; protected set; }

        public abstract bool IsCancelled { get; }

        /// <summary>Runs the command; false where it refused.</summary>
        public abstract bool Run(Tx tx);

        public abstract void Complete();

        public abstract void Fail(Exception fault);
    }

    private sealed class Job<T>(Func<Tx, Outcome<T>> command, CancellationToken cancellation) : Job
    {
        private readonly TaskCompletionSource<Outcome<T>> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Outcome<T> outcome;

        public Task<Outcome<T>> Answer => answer.Task;

        public override bool IsCancelled => cancellation.IsCancellationRequested && answer.TrySetCanceled(cancellation);

        public override bool Run(Tx tx)
        {
            outcome = command(tx);
            HasRun = true;
            return outcome.Refusal is null;
        }

        public override void Complete() => answer.TrySetResult(outcome);

        public override void Fail(Exception fault) => answer.TrySetException(fault);
    }
}
