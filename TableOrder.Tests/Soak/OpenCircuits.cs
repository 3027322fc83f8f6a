using Microsoft.AspNetCore.Components.Server.Circuits;

namespace TableOrder.Tests.Soak;

/// <summary>Counts the circuits that the server holds.</summary>
public sealed class OpenCircuits : CircuitHandler
{
    private int count;

    public int Count => Volatile.Read(ref count);

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref count);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Decrement(ref count);
        return Task.CompletedTask;
    }
}
