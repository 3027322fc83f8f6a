using TableOrder.Bench.Streams;

namespace TableOrder.Bench;

/// <summary>What a scenario measures against and runs in a process of its own: `peer NAME ...`, started by <see cref="Harness.ChildProcess.StartPeer"/>.</summary>
internal static class Peers
{
    private static readonly Dictionary<string, Func<string[], Task<int>>> Known = new(StringComparer.Ordinal)
    {
        [KestrelSide.Peer] = KestrelPeer.RunAsync,
    };

    /// <summary>Runs a peer until it is told to stop.</summary>
    public static async Task<int> RunAsync(string name, string[] arguments)
    {
        if (Known.TryGetValue(name, out var peer))
        {
            return await peer(arguments);
        }

        await Console.Error.WriteLineAsync($"There is no peer {name}.");
        return 2;
    }
}
