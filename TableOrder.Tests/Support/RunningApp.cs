using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace TableOrder.Tests.Support;

/// <summary>The real app in a process of its own: the one way to run it. It keeps its folder and its port when it is started again.</summary>
public sealed partial class RunningApp : IAsyncLifetime
{
    public const string ManagerPassword = "manager-password";
    public const string KitchenPin = "246810";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> output = new();
    private Process? process;

    /// <summary>Where it works: the database and its keys are in here.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("tableorder-app").FullName;

    public string Database => Path.Combine(Folder, "t.db");

    /// <summary>What its process finds in its environment besides ours.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Shell commands that prepare the process before it becomes the app, such as a limit of the operating system's; null: it is started directly.</summary>
    public string? Shell { get; init; }

    /// <summary>The running process, for the operating system's own tools.</summary>
    public int ProcessId => process!.Id;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>The link in the QR code of table 1.</summary>
    public Uri TableLink { get; private set; } = null!;

    /// <summary>Every line it has written to its console, over all starts.</summary>
    public IReadOnlyCollection<string> Output => output;

    public Task InitializeAsync() => StartAgainAsync();

    /// <summary>Starts it, with the same data and on the same port as before.</summary>
    public async Task StartAgainAsync()
    {
        var listens = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var table = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process?.Dispose();
        process = Prepare(Folder, "--urls", Address.GetLeftPart(UriPartial.Authority));
        foreach (var (name, value) in Environment)
        {
            process.StartInfo.Environment[name] = value;
        }

        if (Shell is not null)
        {
            // The shell becomes the app: same process, same id, same pipes.
            process.StartInfo.ArgumentList.Insert(0, process.StartInfo.FileName);
            process.StartInfo.ArgumentList.Insert(0, "bash");
            process.StartInfo.ArgumentList.Insert(0, $"{Shell}; exec \"$@\"");
            process.StartInfo.ArgumentList.Insert(0, "-c");
            process.StartInfo.FileName = "bash";
        }

        process.OutputDataReceived += (_, line) =>
        {
            output.Enqueue(line.Data ?? "");
            Find(Listening(), line.Data, listens);
            Find(FirstTable(), line.Data, table);
        };
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            Address = await listens.Task.WaitAsync(Patience);
            TableLink = await table.Task.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException(
                $"The app did not start:{System.Environment.NewLine}{string.Join(System.Environment.NewLine, output)}",
                late
            );
        }
    }

    /// <summary>Waits until it has written a line with such a text: the console is written behind the answers.</summary>
    public async Task ShouldSayAsync(string text)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!output.Any(line => line.Contains(text, StringComparison.Ordinal)) && Stopwatch.GetElapsedTime(begun) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        output.Should().Contain(line => line.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Asks it to stop, as a service manager does; gives its exit code and how long it took.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        using (var kill = Process.Start("kill", ["-TERM", process!.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, watch.Elapsed);
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Changes its database behind its back, which breaks it.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs it where it is expected to refuse; gives its exit code and what it wrote to standard error.</summary>
    public static async Task<(int ExitCode, string Error)> RunToEndAsync(string folder, params string[] settings)
    {
        using var refused = Prepare(folder, ["--urls", "http://127.0.0.1:0", .. settings]);
        refused.OutputDataReceived += (_, _) => { };
        refused.Start();
        refused.BeginOutputReadLine();
        var error = await refused.StandardError.ReadToEndAsync().WaitAsync(Patience);
        await refused.WaitForExitAsync().WaitAsync(Patience);
        return (refused.ExitCode, error);
    }

    /// <summary>Runs it with a verb; gives its exit code and what it wrote to standard output and standard error.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunVerbAsync(string folder, params string[] args)
    {
        using var verb = Command(folder, args);
        verb.Start();
        var written = verb.StandardOutput.ReadToEndAsync();
        var error = await verb.StandardError.ReadToEndAsync().WaitAsync(Patience);
        await verb.WaitForExitAsync().WaitAsync(Patience);
        return (verb.ExitCode, await written, error);
    }

    public async Task DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static Process Prepare(string folder, params string[] settings) =>
        Command(
            folder,
            [
                $"--Setup:ManagerPassword={ManagerPassword}",
                $"--Setup:KitchenPin={KitchenPin}",
                $"--ConnectionStrings:TableOrder=Data Source={Path.Combine(folder, "t.db")}",
                .. settings,
            ]
        );

    private static Process Command(string folder, string[] args)
    {
        var dll = typeof(RunningApp)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => string.Equals(a.Key, "WebApp", StringComparison.Ordinal))
            .Value!;
        return new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [dll, .. args])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
        };
    }

    private static void Find(Regex pattern, string? line, TaskCompletionSource<Uri> found)
    {
        if (pattern.Match(line ?? "") is { Success: true } match)
        {
            found.TrySetResult(new Uri(match.Groups["url"].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (?<url>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();

    [GeneratedRegex(@"^\s+table \S+\s+(?<url>http\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstTable();
}
