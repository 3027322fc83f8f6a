using Microsoft.Data.Sqlite;
using TableOrder.Core.Storage;
using TableOrder.Core.Storage.Sqlite;

namespace TableOrder.Tests.Storage;

/// <summary>A file that is not ours, or not ours to write, is told in one line and left as it is.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tableorder-test").FullName;

    private string DatabaseFile => Path.Combine(folder, "t.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_missing_folder_is_made()
    {
        var file = Path.Combine(folder, "a", "b", "t.db");

        Open(file);

        File.Exists(file).Should().BeTrue();
        Open(file);
    }

    [Fact]
    public void A_text_file_is_refused()
    {
        File.WriteAllText(DatabaseFile, string.Concat(Enumerable.Repeat("Dear diary, today we sold out of shrimp.\n", 200)));

        Refused("*not a SQLite database*");
    }

    [Fact]
    public void A_read_only_file_is_refused()
    {
        Open(DatabaseFile);
        new FileInfo(DatabaseFile).IsReadOnly = true;

        Refused("*read-only*");
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        Sql("CREATE TABLE songs (id INTEGER PRIMARY KEY, title TEXT); INSERT INTO songs (title) VALUES ('아리랑')");

        Refused("*some other program*");
    }

    [Fact]
    public void A_newer_database_is_refused_even_with_a_migration_cut_short()
    {
        Open(DatabaseFile);
        Sql("INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_Hologram', '99.0'); INSERT INTO __EFMigrationsLock VALUES (1, '2099-12-31')");

        Refused("*newer version*20991231000000_Hologram*");
    }

    [Fact]
    public void A_first_migration_that_a_crash_cut_short_is_ours_to_go_on_with()
    {
        Sql(
            "CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-03-02')"
        );

        Open(DatabaseFile);
    }

    [Fact]
    public void A_migration_that_a_crash_cut_short_does_not_keep_the_next_start_waiting()
    {
        Open(DatabaseFile);
        Sql("INSERT INTO __EFMigrationsLock VALUES (1, '2026-03-02')");

        Open(DatabaseFile);
    }

    [Fact]
    public void A_folder_in_the_files_place_is_refused()
    {
        Directory.CreateDirectory(DatabaseFile);

        var message = Opening().Should().Throw<StorageException>().Which.Message;

        message.Should().Contain(DatabaseFile).And.NotContain("\n");
    }

    private static void Open(string file)
    {
        using var database = new SqliteDatabase(new StorageOptions($"Data Source={file}"));
        database.Open();
    }

    private Action Opening() => () => Open(DatabaseFile);

    private void Refused(string message)
    {
        var before = File.ReadAllBytes(DatabaseFile);

        var told = Opening().Should().Throw<StorageException>().WithMessage(message).Which.Message;

        told.Should().StartWith(DatabaseFile).And.NotContain("\n");
        File.ReadAllBytes(DatabaseFile).Should().Equal(before);
    }

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
