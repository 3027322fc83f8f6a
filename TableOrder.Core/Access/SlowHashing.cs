namespace TableOrder.Core.Access;

/// <summary>Hashing takes a tenth of a second on purpose: never on the thread of whoever renders or writes, and two at once, or guessing would keep the kitchen waiting for the processor.</summary>
internal sealed class SlowHashing : IDisposable
{
    private readonly SemaphoreSlim turns = new(2);

    /// <summary>Works when it is its turn.</summary>
    public async Task<T> RunAsync<T>(Func<T> work)
    {
        await turns.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();
}
