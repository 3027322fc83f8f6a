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
        }
        finally
        {
            await app.DisposeAsync();
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
