using System.Diagnostics;
using System.Globalization;

namespace TableOrder.Bench.Harness;

/// <summary>How far something long is, on standard error: a bar that fills on a terminal, a line for each tenth elsewhere.</summary>
internal sealed class ProgressBar(string what, long of)
{
    private const int Width = 40;
    private readonly long start = Stopwatch.GetTimestamp();
    private int told = -1;

    /// <summary>So much is done.</summary>
    public void Show(long done)
    {
        var percent = (int)(done * 100 / Math.Max(1, of));
        var step = Console.IsErrorRedirected ? percent / 10 * 10 : percent;
        if (step == told)
        {
            return;
        }

        told = step;
        var filled = percent * Width / 100;
        var bar = $"{new string('#', filled)}{new string('-', Width - filled)}";
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{what} [{bar}] {percent} %, {done:N0} of {of:N0}, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"
        );
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(line);
        }
        else
        {
            Console.Error.Write(percent == 100 ? $"\r{line}\n" : $"\r{line}");
        }
    }
}
