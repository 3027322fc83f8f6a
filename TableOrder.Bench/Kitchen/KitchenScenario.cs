using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Kitchen;

/// <summary>The kitchen's screen as a cook and the server's owner see it: how soon a change is painted, what it brings over the wire, what a screen costs in memory.</summary>
internal sealed class KitchenScenario : IScenario
{
    private const int Open = 300;

    public string Name => "kitchen";

    public string What => "a change painted on a kitchen's screen in Chromium, its bytes on the wire, and the memory of a screen";

    public async Task RunAsync(Run run)
    {
        var (tickets, screens) = (run.Option("tickets", Open), run.Option("screens", run.Quick ? 50 : 200));
        await PartAsync("painted", () => PaintedTicket.MeasureAsync(run, tickets, screens));
        await PartAsync("bytes", () => WireBytes.MeasureAsync(run));
        await PartAsync("memory", () => CircuitMemory.MeasureAsync(run, tickets, screens));

        // --only=PART for whoever works on one of them.
        Task PartAsync(string part, Func<Task> measure) =>
            run.Option("only") is not { } only || string.Equals(only, part, StringComparison.Ordinal) ? measure() : Task.CompletedTask;
    }
}
