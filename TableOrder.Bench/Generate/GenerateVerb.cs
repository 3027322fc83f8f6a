using System.Diagnostics;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Generate;

/// <summary>`generate`: makes a database of a long past ahead of the scenarios that need it, which else do it themselves.</summary>
internal static class GenerateVerb
{
    public const string Name = "generate";
    private const int Quick = 100_000;
    private const int Full = 1_000_000;

    public static async Task<int> RunAsync(string[] options)
    {
        if (Array.Find(options, option => !Run.IsOption(option)) is { } odd)
        {
            await Console.Error.WriteLineAsync($"{odd} is no option: --quick, --fresh, --check or --orders=N.");
            return 2;
        }

        using var run = new Run(new Report(Name, Console.Out), options);
        var orders = run.Option("orders", run.Quick ? Quick : Full);
        var start = Stopwatch.GetTimestamp();
        var file = await KeptData.FileAsync(orders, run.Fresh);
        run.Report.Tell($"{orders} orders there", Stopwatch.GetElapsedTime(start).TotalSeconds, "s", n: 1);
        run.Report.Tell("size", new FileInfo(file).Length / 1e6, "MB", n: 1);
        Run.Say(file);
        if (run.Check)
        {
            Generator.Check(file, orders);
        }

        return 0;
    }
}
