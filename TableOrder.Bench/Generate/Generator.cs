using System.Threading.Channels;
using TableOrder.Bench.Harness;
using TableOrder.Core.Checking;

namespace TableOrder.Bench.Generate;

/// <summary>Makes a database of a long past: one thread thinks out the days, another writes them.</summary>
internal static class Generator
{
    private const int DaysAhead = 4;

    /// <summary>Fills a file that does not exist yet.</summary>
    public static async Task FillAsync(string file, int orders)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        var premises = await Premises.SeedAsync(file);
        var calendar = new Calendar(premises.Settings, now);
        var days = Channel.CreateBounded<Day>(new BoundedChannelOptions(DaysAhead) { SingleReader = true, SingleWriter = true });
        var making = Task.Run(() => MakeAsync(new DayMaker(premises, calendar, now), calendar.Spread(orders), days.Writer));
        await Task.Run(() => WriteAsync(file, orders, days.Reader));
        await making;
        File.Delete(file + ".lock");
    }

    /// <summary>Throws where the file does not agree with itself: then no figure taken with it would mean anything.</summary>
    public static void Check(string file, int orders)
    {
        var bar = new ProgressBar("checking", orders);
        var found = DatabaseCheck.Run(file, progress => bar.Show(progress.Done));
        if (!found.AllAgree || found.Orders != orders)
        {
            throw new InvalidOperationException(
                $"{file} has {found.Orders} orders and {found.Count} disagreements:\n{string.Join('\n', found.Disagreements.Take(10))}"
            );
        }

        Run.Say(FormattableString.Invariant($"{found.Orders:N0} orders, {found.Events:N0} events: all agree"));
    }

    private static async Task MakeAsync(DayMaker maker, IEnumerable<(DateOnly Day, int Orders)> calendar, ChannelWriter<Day> days)
    {
        Exception? fault = null;
        try
        {
            foreach (var (day, orders) in calendar)
            {
                await days.WriteAsync(maker.Make(day, orders));
            }
        }
        catch (Exception thrown)
        {
            fault = thrown;
            throw;
        }
        finally
        {
            // With the fault: whoever waits for the next day must not take the past for complete.
            days.TryComplete(fault);
        }
    }

    private static async Task WriteAsync(string file, int orders, ChannelReader<Day> days)
    {
        using var filling = new Filling(file);
        var (bar, written) = (new ProgressBar("orders", orders), 0);
        await foreach (var day in days.ReadAllAsync())
        {
            filling.Add(day);
            bar.Show(written += day.Orders.Count);
        }

        filling.Finish();
    }
}
