using Microsoft.Data.Sqlite;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

/// <summary>The verb as an operator types it, in a process of its own beside the running app.</summary>
public sealed class CheckVerbTests : IAsyncLifetime
{
    private readonly RunningApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_answer_is_an_exit_code_and_what_to_read()
    {
        // The configured database, beside the app that has it open; then by name, from the caller's folder.
        var configured = await RunningApp.RunVerbAsync(app.Folder, "check", $"--ConnectionStrings:TableOrder=Data Source={app.Database}");
        configured.Should().Be((0, $"0 orders, 0 events: all agree{Environment.NewLine}", ""));
        (await RunningApp.RunVerbAsync(app.Folder, "check", "t.db")).Should().Be(configured);

        // After a power cut, what the app had not moved into the file yet counts too.
        await app.KillAsync();
        (await RunningApp.RunVerbAsync(app.Folder, "check", "t.db")).Should().Be(configured);

        await PlantAsync("UPDATE seatings SET total = 5; INSERT INTO statistics_days VALUES ('2026-03-09', 0, 0, 0, 0, 0, 7, 0, 0)");
        var wrong = await RunningApp.RunVerbAsync(app.Folder, "check", "t.db");
        wrong.ExitCode.Should().Be(1);
        wrong
            .Output.TrimEnd()
            .Split(Environment.NewLine)
            .Should()
            .Equal("statistics_days 2026-03-09: sales is 7, counted 0", "0 orders, 0 events; disagreements: 1");

        var missing = await RunningApp.RunVerbAsync(app.Folder, "check", "nowhere.db");
        missing.Should().Be((2, "", $"{Path.Combine(app.Folder, "nowhere.db")} does not exist. Name a database file.{Environment.NewLine}"));
        (await RunningApp.RunVerbAsync(app.Folder, "check", "t.db", "u.db")).ExitCode.Should().Be(2);
        (await RunningApp.RunVerbAsync(app.Folder, "chekc"))
            .Should()
            .Match<(int ExitCode, string, string Error)>(end => end.ExitCode == 2 && end.Error.Contains("chekc"));
    }

    private async Task PlantAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={app.Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
