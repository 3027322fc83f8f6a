using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TableOrder.Bench.Harness;

/// <summary>A process that a benchmark started and stops again, by its id.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> output = new();
    private readonly Process process;
    private readonly Regex? sign;
    private readonly TaskCompletionSource<Match> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(ProcessStartInfo start, Regex? sign)
    {
        this.sign = sign;
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("It ended."));
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
    }

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Memory that it holds in RAM now (VmRSS), in KB.</summary>
    public long ResidentKilobytes
    {
        get
        {
            const string Name = "VmRSS:";
            var told = File.ReadLines($"/proc/{Id}/status").First(line => line.StartsWith(Name, StringComparison.Ordinal));
            return long.Parse(told.AsSpan(Name.Length, told.Length - Name.Length - "kB".Length), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Starts a program in a folder.</summary>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, string folder) => StartIt(program, arguments, folder, sign: null);

    /// <summary>Starts a program and waits until it writes a line that says it is ready.</summary>
    public static async Task<(ChildProcess Child, Match Sign)> StartAsync(string program, IEnumerable<string> arguments, string folder, Regex sign)
    {
        var child = StartIt(program, arguments, folder, sign);
        try
        {
            return (child, await child.ready.Task.WaitAsync(Patience));
        }
        catch (Exception fault) when (fault is TimeoutException or InvalidOperationException)
        {
            await child.DisposeAsync();
            throw new InvalidOperationException(
                $"{program} did not start:{Environment.NewLine}{string.Join(Environment.NewLine, child.output)}",
                fault
            );
        }
    }

    /// <summary>Starts this program as a peer: `peer NAME ...`, and waits for its sign.</summary>
    public static Task<(ChildProcess Child, Match Sign)> StartPeerAsync(string name, IEnumerable<string> arguments, string folder, Regex sign) =>
        StartAsync("dotnet", [typeof(ChildProcess).Assembly.Location, "peer", name, .. arguments], folder, sign);

    /// <summary>Asks it to stop, as a service manager does, and waits until it has.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using (var term = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            {
                await term.WaitForExitAsync();
            }

            try
            {
                await process.WaitForExitAsync().WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }
        }

        process.Dispose();
    }

    private static ChildProcess StartIt(string program, IEnumerable<string> arguments, string folder, Regex? sign)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var child = new ChildProcess(start, sign);
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            return;
        }

        output.Enqueue(line);
        if (sign?.Match(line) is { Success: true } match)
        {
            ready.TrySetResult(match);
        }
    }
}
