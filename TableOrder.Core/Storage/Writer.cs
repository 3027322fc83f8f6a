using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace TableOrder.Core.Storage;

/// <summary>
/// The only way to write: a bounded queue in front of one thread and one connection, so that SQLite's BUSY cannot happen.
/// What waits is committed together (<see cref="GroupCommit"/>). A caller is answered after that commit, and listeners hear of the change then.
/// </summary>
internal sealed partial class Writer : IDisposable
{
    private const int Queue = 1024;

    /// <summary>More would make the first of a batch wait for the last.</summary>
    private const int MostTogether = 256;
    private readonly Channel<WriteJob> jobs = Channel.CreateBounded<WriteJob>(new BoundedChannelOptions(Queue) { SingleReader = true });
    private readonly IDatabase database;
    private readonly GroupCommit commits;
    private readonly ILogger<Writer> log;
    private readonly Lazy<Thread> thread;
    private Exception? untidy;

    public Writer(IDatabase database, CommitSignal committed, TimeProvider clock, ILogger<Writer> log)
    {
        (this.database, this.log) = (database, log);
        commits = new GroupCommit(database, committed, clock, log);
        thread = new Lazy<Thread>(Start);
    }

    /// <summary>Why the database could not write the last time; null while all is well.</summary>
    public Exception? Fault => commits.Fault ?? untidy;

    /// <summary>
    /// Runs a command in a transaction. A refusal rolls back. A full queue, and a commit of which nobody can say whether it holds, refuse with
    /// <see cref="Refusal.Busy"/>: send it again with the same id. Cancellation counts only until the command is taken.
    /// </summary>
    public Task<Outcome<T>> RunAsync<T>(Func<Tx, Outcome<T>> command, CancellationToken cancellation = default)
    {
        _ = thread.Value;
        var job = new WriteJob<T>(command, cancellation);
        return jobs.Writer.TryWrite(job) ? job.Answer : Task.FromResult<Outcome<T>>(WriteJob.Busy);
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
        var batch = new List<WriteJob>(MostTogether);
        while (jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostTogether && jobs.Reader.TryRead(out var job))
            {
                if (job.Take())
                {
                    batch.Add(job);
                }
            }

            commits.Write(batch);
            batch.Clear();
            Tidy();
        }
    }

    /// <summary>Callers are answered; now there is time to move the log into the file.</summary>
    private void Tidy()
    {
        if (!commits.IsOpen)
        {
            return;
        }

        try
        {
            var before = database.Alarm;
            database.Tidy();
            untidy = null;
            if (database.Alarm is { } alarm && before is null)
            {
                LogAlarm(log, alarm);
            }
        }
#pragma warning disable CA1031 // the next commit finds out whether the database is ill
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogUntidy(log, fault);
            untidy = fault;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The log could not be moved into the database's file")]
    private static partial void LogUntidy(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Alarm}")]
    private static partial void LogAlarm(ILogger logger, string alarm);
}
