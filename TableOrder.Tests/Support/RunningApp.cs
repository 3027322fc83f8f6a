using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace TableOrder.Tests.Support;

/// <summary>The real app in a process of its own.</summary>
public sealed partial class RunningApp : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("tableorder-app").FullName;
    private Process? process;

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var dll = typeof(RunningApp)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => string.Equals(a.Key, "WebApp", StringComparison.Ordinal))
            .Value!;
        var found = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process
        {
            StartInfo = new ProcessStartInfo(
                "dotnet",
                [dll, "--urls", "http://127.0.0.1:0", "--ConnectionStrings:TableOrder", $"Data Source={folder}/t.db"]
            )
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            },
        };
        process.OutputDataReceived += (_, line) =>
        {
            if (Listening().Match(line.Data ?? "") is { Success: true } match)
            {
                found.TrySetResult(new Uri(match.Groups["url"].Value));
            }
        };
        process.Start();
        process.BeginOutputReadLine();
        Address = await found.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async Task DisposeAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex(@"Now listening on: (?<url>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
