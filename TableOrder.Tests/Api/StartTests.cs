using Microsoft.Data.Sqlite;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

public sealed class StartTests
{
    [Fact]
    public async Task What_cannot_start_says_so_in_one_line()
    {
        var app = new RunningApp();
        await app.InitializeAsync();
        try
        {
            Refused(await RunningApp.RunToEndAsync(app.Folder), "Another process has");
            await app.StopAsync();

            await WriteNewerAsync(app.Database);
            Refused(await RunningApp.RunToEndAsync(app.Folder), "newer version");
            Refused(await RunningApp.RunToEndAsync(app.Folder, "--Storage:Provider=Postgres"), "Storage:Provider is Postgres");
            Refused(await RunningApp.RunToEndAsync(app.Folder, "--Urls=nonsense"), "Urls nonsense");
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_address_that_somebody_else_listens_on_is_told_in_one_line()
    {
        var app = new RunningApp();
        await app.InitializeAsync();
        var folder = Directory.CreateTempSubdirectory("tableorder-app").FullName;
        try
        {
            Refused(await RunningApp.RunToEndAsync(folder, $"--Urls={app.Address.GetLeftPart(UriPartial.Authority)}"), "cannot be listened on");
        }
        finally
        {
            await app.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_hold_the_keys_stops_the_first_start_before_anything_is_seeded()
    {
        var folder = Directory.CreateTempSubdirectory("tableorder-app").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "keys"), "not a folder");

            Refused(await RunningApp.RunToEndAsync(folder), "cannot hold the keys");

            await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "t.db")};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM staff";
            (await command.ExecuteScalarAsync()).Should().Be(0L);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Refused((int ExitCode, string Error) end, string says)
    {
        end.ExitCode.Should().Be(1);
        end.Error.TrimEnd('\n').Should().NotContain("\n").And.Contain(says);
    }

    /// <summary>As a later version would leave it.</summary>
    private static async Task WriteNewerAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0.0')";
        await command.ExecuteNonQueryAsync();
    }
}
