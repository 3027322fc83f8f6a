using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Storage;
using TableOrder.Core.Storage.Sqlite;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Storage;

/// <summary>What the database is opened with, on a house that runs.</summary>
public sealed class SqliteDatabaseTests(TestHouse house) : IClassFixture<TestHouse>
{
    [Fact]
    public async Task The_writer_logs_ahead_syncs_fully_and_checks_foreign_keys()
    {
        var pragmas = await house.Writer.RunAsync<string>(tx => Pragmas(tx.Session));

        pragmas.Value.Should().Be("wal 2 1 0");
    }

    [Fact]
    public void Readers_are_opened_alike_but_cannot_write()
    {
        house.Read(Pragmas).Should().Be("wal 2 1 0");

        var writing = () => house.Read(session => session.Execute("DELETE FROM topics"));

        writing.Should().Throw<SqliteException>().Which.SqliteErrorCode.Should().Be(SQLitePCL.raw.SQLITE_READONLY);
    }

    [Fact]
    public void The_migrations_say_what_the_model_says()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);

        db.Database.HasPendingModelChanges().Should().BeFalse();
    }

    [Fact]
    public void A_second_one_is_kept_out_of_a_file_in_use()
    {
        using var second = new SqliteDatabase(new StorageOptions($"Data Source={house.File}"));

        second.Invoking(database => database.Open()).Should().Throw<StorageException>().WithMessage($"Another process has {house.File} open.*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=")]
    public void A_database_without_a_file_is_refused(string connectionString)
    {
        FluentActions.Invoking(() => new SqliteDatabase(new StorageOptions(connectionString))).Should().Throw<StorageException>();
    }

    [Fact]
    public void It_closes_where_the_writer_is_closed_already()
    {
        var file = Path.Combine(Path.GetDirectoryName(house.File)!, "other.db");
        var database = new SqliteDatabase(new StorageOptions($"Data Source={file}"));
        database.Open();
        database.OpenWriter().Dispose();

        database.Dispose();

        using var next = new SqliteDatabase(new StorageOptions($"Data Source={file}"));
        next.Invoking(again => again.Open()).Should().NotThrow("the lock was given back");
    }

    [Fact]
    public async Task A_snapshot_whose_transaction_broke_tells_why()
    {
        var reading = () =>
            house
                .Get<ReadPool>()
                .SnapshotAsync<int>(session =>
                {
                    session.Execute("ROLLBACK");
                    throw new InvalidTimeZoneException("the first error");
                });

        await reading.Should().ThrowAsync<InvalidTimeZoneException>();
        house.Read(session => session.First("SELECT 1", row => row.Int(0))).Should().Be(1, "the connection is good for the next question");
    }

    private static string Pragmas(Session session)
    {
        string Ask(string pragma) => session.First($"PRAGMA {pragma}", row => $"{row.Text(0)}")!;
        return $"{Ask("journal_mode")} {Ask("synchronous")} {Ask("foreign_keys")} {Ask("wal_autocheckpoint")}";
    }
}
