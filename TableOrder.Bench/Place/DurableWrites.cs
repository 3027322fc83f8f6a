using Microsoft.Win32.SafeHandles;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Place;

/// <summary>What the disk itself can do: so many bytes into a file that is there already, and durable.</summary>
internal sealed class DurableWrites : IDisposable
{
    private const int Places = 64;
    private readonly SafeFileHandle file;
    private readonly byte[] block;
    private int next;

    public DurableWrites(string path, int bytes)
    {
        block = new byte[bytes];
        Random.Shared.NextBytes(block);
        file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        for (var i = 0; i < Places; i++)
        {
            RandomAccess.Write(file, block, (long)i * bytes);
        }

        Fdatasync.Sync(file);
    }

    public int Bytes => block.Length;

    public void Write()
    {
        RandomAccess.Write(file, block, (long)(next++ % Places) * block.Length);
        Fdatasync.Sync(file);
    }

    public void Dispose() => file.Dispose();
}
