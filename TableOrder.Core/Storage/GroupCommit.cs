using Microsoft.Extensions.Logging;

namespace TableOrder.Core.Storage;

/// <summary>Writes what waits in one transaction, each command as safe as if it were alone, with one COMMIT for all. Used by the writer's thread alone.</summary>
internal sealed partial class GroupCommit(IDatabase database, CommitSignal committed, TimeProvider clock, ILogger log)
{
    private readonly Tallied tallied = new();
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private Session? session;

    /// <summary>Why the database could not write the last time; null while all is well.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Whether there is a connection: the first write opens it, and one that cannot be trusted is closed.</summary>
    public bool IsOpen => session is not null;

    /// <summary>Writes commands in their order and answers each: together, else together with savepoints, else one by one.</summary>
    public void Write(IReadOnlyList<WriteJob> batch)
    {
        if (batch.Count > 1 && (TryTogether(batch, savepoints: false) || TryTogether(batch, savepoints: true)))
        {
            return;
        }

        foreach (var job in batch)
        {
            Alone(job);
        }
    }

    /// <summary>
    /// All in one transaction, a refusal or fault of one harming nobody else. Savepoints are half of what an order costs in a batch (docs/adr/0011), so the first try
    /// does without: a command that refuses or throws before it has written anything has nothing to take back, and one that has written ends the try.
    /// False: nothing of it stands.
    /// </summary>
    private bool TryTogether(IReadOnlyList<WriteJob> batch, bool savepoints)
    {
        try
        {
            Begin();
            foreach (var job in batch)
            {
                if (!(savepoints ? InSavepoint(job) : IsWhole(job)))
                {
                    Abandon();
                    return false;
                }
            }

            tallied.Write(session!);
        }
#pragma warning disable CA1031 // whatever broke the transaction, each command gets a transaction of its own
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogApart(log, batch.Count, fault);
            Abandon();
            return false;
        }

        return TryCommit(batch);
    }

    /// <summary>Runs a command that has the transaction to itself if it succeeds or leaves no trace; false where it leaves one.</summary>
    private bool IsWhole(WriteJob job)
    {
        var (changes, mark) = (session!.Changes, tallied.Mark);
        if (!Run(job))
        {
            tallied.Back(mark);
            if (session.Changes != changes)
            {
                return false;
            }
        }

        // Asked even of a command that says it succeeded: it may have caught the error that ended the transaction, and the next statement would commit by itself.
        return database.InTransaction;
    }

    private bool InSavepoint(WriteJob job)
    {
        session!.Execute("SAVEPOINT command");
        var mark = tallied.Mark;
        if (Run(job))
        {
            session.Execute("RELEASE command");
            return true;
        }

        // SQLITE_FULL and I/O errors end the whole transaction, savepoints or not; the next statement would then commit by itself.
        if (!database.InTransaction)
        {
            return false;
        }

        tallied.Back(mark);
        session.Execute("ROLLBACK TO command");
        session.Execute("RELEASE command");
        return true;
    }

    private bool Run(WriteJob job)
    {
        var kept = job.Run(new Tx(session!, clock.GetUtcNow(), tallied));
        session!.Forget();
        return kept;
    }

    private void Alone(WriteJob job)
    {
        try
        {
            Begin();
            if (!Run(job))
            {
                // A command's own mistake leaves the transaction standing; one that is gone is the database's.
                Fault = database.InTransaction ? Fault : job.Thrown;
                Abandon();
                Tell(job);
                return;
            }

            // A command may have caught the error that ended the transaction: what is written now would stand by itself.
            if (!database.InTransaction)
            {
                throw new InvalidOperationException("The transaction ended while a command ran, and the command says that all is well");
            }

            tallied.Write(session!);
        }
#pragma warning disable CA1031 // whatever the database throws goes to the caller; the writer itself must live on
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(log, fault);
            Fault = fault;
            Abandon();
            job.Fail(fault);
            return;
        }

        if (!TryCommit([job]))
        {
            LogFault(log, Fault!);
            job.Fail(Fault!);
        }
    }

    private void Begin()
    {
        session ??= database.OpenWriter();
        session.Execute("BEGIN IMMEDIATE");
    }

    /// <summary>One commit for all. False: it failed and surely does not stand, see <see cref="Fault"/>. Where nobody can say, the callers are told to send it again.</summary>
    private bool TryCommit(IReadOnlyList<WriteJob> batch)
    {
        try
        {
            session!.Execute("COMMIT");
        }
#pragma warning disable CA1031 // a failed commit must answer its callers, whatever it was
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Fault = fault;
            if (database.SurelyNotCommitted(fault))
            {
                Abandon();
                return false;
            }

            LogUnknown(log, fault);
            Reopen();
            foreach (var job in batch)
            {
                job.Unknown();
            }

            return true;
        }

        Fault = null;
        Publish(batch);
        return true;
    }

    private void Publish(IReadOnlyList<WriteJob> batch)
    {
        foreach (var job in batch)
        {
            changed.UnionWith(job.Changed);
        }

        try
        {
            committed.Raise(changed);
        }
#pragma warning disable CA1031 // committed is committed: whatever a listener did, the callers hear of it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(log, fault);
        }

        changed.Clear();
        foreach (var job in batch)
        {
            Tell(job);
        }
    }

    private void Tell(WriteJob job)
    {
        if (job.Thrown is { } thrown)
        {
            LogFault(log, thrown);
        }

        job.Complete();
    }

    /// <summary>Leaves no transaction standing. SQLITE_FULL and I/O errors may have ended it already: a blind ROLLBACK would be an error of its own.</summary>
    private void Abandon()
    {
        tallied.Back(0);
        try
        {
            session?.Forget();
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
            Reopen();
        }
    }

    /// <summary>The next command gets a new connection, which finds out from the log what stands.</summary>
    private void Reopen()
    {
        tallied.Back(0);
        session?.Dispose();
        session = null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A write failed and was rolled back")]
    private static partial void LogFault(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A transaction of {Count} commands broke; each is run alone")]
    private static partial void LogApart(ILogger logger, int count, Exception fault);

    [LoggerMessage(Level = LogLevel.Critical, Message = "A commit failed and nobody can say whether it stands: its callers were told to send again")]
    private static partial void LogUnknown(ILogger logger, Exception fault);
}
