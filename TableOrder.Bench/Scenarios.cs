using TableOrder.Bench.Board;
using TableOrder.Bench.Guest;
using TableOrder.Bench.Harness;
using TableOrder.Bench.History;
using TableOrder.Bench.Kitchen;
using TableOrder.Bench.Manager;
using TableOrder.Bench.Place;
using TableOrder.Bench.PlaceHttp;
using TableOrder.Bench.Refresh;
using TableOrder.Bench.Statistics;
using TableOrder.Bench.Streams;
using TableOrder.Bench.Viewers;

namespace TableOrder.Bench;

/// <summary>The benchmarks there are: one file each.</summary>
internal static class Scenarios
{
    private static readonly IScenario[] Known =
    [
        new RefreshScenario(),
        new PlaceScenario(),
        new PlaceHttpScenario(),
        new Fanout(),
        new ViewersScenario(),
        new BoardScenario(),
        new KitchenScenario(),
        new GuestScenario(),
        new HistoryScenario(),
        new StatisticsScenario(),
        new ManagerScenario(),
    ];

    /// <summary>Lists them, for people and for CI.</summary>
    public static int List(TextWriter output)
    {
        foreach (var scenario in Known)
        {
            output.WriteLine($"{scenario.Name, -12} {scenario.What}");
        }

        output.WriteLine(Known.Length == 1 ? "1 scenario" : $"{Known.Length} scenarios");
        return 0;
    }

    /// <summary>Tells how to call.</summary>
    public static int Help(TextWriter output)
    {
        output.WriteLine(
            """
            dotnet run -c Release --project TableOrder.Bench -- list
            dotnet run -c Release --project TableOrder.Bench -- SCENARIO [--quick] [--fresh] [--NAME=VALUE ...]
            dotnet run -c Release --project TableOrder.Bench -- generate [--quick] [--fresh] [--check] [--orders=N]

            Figures are JSON lines on standard output; what goes on is told on standard error. --quick ends within 60 seconds.
            Exit code: 0 where every bar that was measured held, 1 where one did not, 2 for what is unknown.
            Databases of a long past are generated where a scenario first needs them and kept (TABLEORDER_BENCH_DATA names the folder); --fresh generates them again,
            `generate` does it ahead, --check compares everything in them. All other files are made in the system's temporary folder (TMPDIR chooses the disk).
            """
        );
        return 0;
    }

    /// <summary>Runs one.</summary>
    public static async Task<int> RunAsync(string name, string[] options)
    {
        if (Array.Find(Known, scenario => string.Equals(scenario.Name, name, StringComparison.Ordinal)) is not { } scenario)
        {
            await Console.Error.WriteLineAsync($"There is no scenario {name}. `list` tells which there are.");
            return 2;
        }

        if (Array.Find(options, option => !Run.IsOption(option)) is { } odd)
        {
            await Console.Error.WriteLineAsync($"{odd} is no option: --quick, --fresh or --NAME=VALUE.");
            return 2;
        }

        using var run = new Run(new Report(name, Console.Out), options);
        run.Report.Tell("median fdatasync", Fdatasync.MedianMicroseconds(run.Folder), "us", Fdatasync.Times);
        await scenario.RunAsync(run);
        return run.Report.Missed ? 1 : 0;
    }
}
