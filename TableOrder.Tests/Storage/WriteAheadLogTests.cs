using Microsoft.Data.Sqlite;
using TableOrder.Core.Storage.Sqlite;

namespace TableOrder.Tests.Storage;

public sealed class WriteAheadLogTests : IDisposable
{
    private const int MegaByte = 1024 * 1024;
    private readonly string folder = Directory.CreateTempSubdirectory("tableorder-test").FullName;
    private readonly SqliteConnection writer;

    public WriteAheadLogTests()
    {
        writer = Open();
        Execute(writer, "PRAGMA journal_mode=WAL; CREATE TABLE t (x BLOB)");
    }

    private string File => Path.Combine(folder, "t.db");

    [Fact]
    public void Four_megabytes_of_log_are_moved_into_the_file_and_less_is_left_alone()
    {
        var log = new WriteAheadLog(writer);
        Write(3);
        log.Tidy();
        new FileInfo(File).Length.Should().BeLessThan(MegaByte, "nothing was moved yet");

        Write(2);
        log.Tidy();
        new FileInfo(File).Length.Should().BeGreaterThan(4 * MegaByte);
        log.Written.Should().BeGreaterThan(5 * MegaByte);
        log.Alarm.Should().BeNull();
    }

    [Fact]
    public void The_log_does_not_grow_however_much_is_written()
    {
        var log = new WriteAheadLog(writer);
        for (var i = 0; i < 40; i++)
        {
            Write(1);
            log.Tidy();
        }

        new FileInfo(File + "-wal").Length.Should().BeLessThan(8 * MegaByte);
    }

    [Fact]
    public void A_reader_that_stands_still_raises_the_alarm_and_its_end_lowers_it()
    {
        var log = new WriteAheadLog(writer, alarmAfter: 6 * MegaByte);
        using (var reader = Open())
        {
            Execute(reader, "BEGIN; SELECT count(*) FROM t");
            for (var i = 0; i < 10; i++)
            {
                Write(1);
                log.Tidy();
            }

            log.Alarm.Should().StartWith("The write-ahead log has grown to ");
        }

        for (var i = 0; i < 10; i++)
        {
            Write(1);
            log.Tidy();
        }

        log.Alarm.Should().BeNull();
    }

    public void Dispose()
    {
        writer.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA wal_autocheckpoint=0");
        return connection;
    }

    private void Write(int megaBytes) => Execute(writer, $"INSERT INTO t VALUES (zeroblob({megaBytes * MegaByte}))");

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
