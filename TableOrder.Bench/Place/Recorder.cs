using TableOrder.Core.Storage;
using TableOrder.Core.Storage.Sqlite;

namespace TableOrder.Bench.Place;

/// <summary>A statement as the engine ran it.</summary>
internal sealed record Recorded(string Sql, Value[] Values);

/// <summary>Stands between the engine and its database and writes down each statement of the writer's connection, so that the raw side runs the very same ones.</summary>
internal sealed class Recorder(SqliteDatabase database) : IDatabase
{
    private readonly List<Recorded> statements = [];

    public string? Alarm => database.Alarm;
    public DatabaseLocation Location => database.Location;
    public bool InTransaction => database.InTransaction;

    /// <summary>What was run since the last time it was asked.</summary>
    public IReadOnlyList<Recorded> Take()
    {
        lock (statements)
        {
            var taken = statements.ToArray();
            statements.Clear();
            return taken;
        }
    }

    public void Open() => database.Open();

    public Session OpenWriter() => new Listening(database.OpenWriter(), statements);

    public Session OpenReader() => database.OpenReader();

    public bool SurelyNotCommitted(Exception fault) => database.SurelyNotCommitted(fault);

    public void Tidy() => database.Tidy();

    public void Dispose() => database.Dispose();

    private sealed class Listening(Session session, List<Recorded> statements) : Session
    {
        public override long Changes => session.Changes;

        public override int Execute(string sql, params ReadOnlySpan<Value> values)
        {
            Note(sql, values);
            return session.Execute(sql, values);
        }

        public override void Read(string sql, Func<Row, bool> look, params ReadOnlySpan<Value> values)
        {
            Note(sql, values);
            session.Read(sql, look, values);
        }

        public override void Dispose()
        {
            // The context is the inner session's own.
            session.Dispose();
            base.Dispose();
        }

        protected override TableOrderDb OpenDb() => session.Db;

        private void Note(string sql, ReadOnlySpan<Value> values)
        {
            lock (statements)
            {
                statements.Add(new Recorded(sql, values.ToArray()));
            }
        }
    }
}
