using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Kitchen;

/// <summary>The kitchen's screen as a cook and the server's owner see it: how soon a change is painted, what it brings over the wire, what a screen costs in memory.</summary>
internal sealed class KitchenScenario : IScenario
{
    private const int Open = 300;
    private const int Screens = 200;

    public string Name => "kitchen";

    public string What => "a change painted on a kitchen's screen in Chromium, its bytes on the wire, and the memory of a screen";

    public async Task RunAsync(Run run)
    {
        var tickets = run.Option("tickets", Open);
        await PartAsync("painted", () => PaintedTicket.MeasureAsync(run, tickets, run.Option("screens", run.Quick ? 50 : Screens)));
        await PartAsync("bytes", () => WireBytes.MeasureAsync(run));

        // As many in a quick run: what the process needs to warm up is shared by them, and would be most of what a few cost.
        await PartAsync("memory", () => CircuitMemory.MeasureAsync(run, tickets, run.Option("screens", Screens)));

        // --only=PART for whoever works on one of them.
        Task PartAsync(string part, Func<Task> measure) =>
            run.Option("only") is not { } only || string.Equals(only, part, StringComparison.Ordinal) ? measure() : Task.CompletedTask;
    }
}
