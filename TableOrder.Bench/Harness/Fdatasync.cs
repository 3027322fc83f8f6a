using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TableOrder.Bench.Harness;

/// <summary>How long the disk takes to keep a small write: what every durable figure is to be read beside.</summary>
internal static partial class Fdatasync
{
    /// <summary>How many are measured.</summary>
    public const int Times = 201;

    private const int Bytes = 4096;

    /// <summary>The median of a pwrite of 4 KB into a preallocated file and its fdatasync.</summary>
    public static double MedianMicroseconds(string folder)
    {
        var path = Path.Combine(folder, "fdatasync");
        try
        {
            using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, options: FileOptions.None);
            var block = new byte[Bytes];
            RandomAccess.Write(file, new byte[Bytes * Times], 0);
            Sync(file);
            return Figures.Median(Enumerable.Range(0, Times).Select(i => Measure(file, block, i * Bytes)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Makes a file's written bytes durable.</summary>
    public static void Sync(SafeFileHandle file)
    {
        if (Call(file) != 0)
        {
            throw new IOException($"fdatasync: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    private static double Measure(SafeFileHandle file, byte[] block, long offset)
    {
        var begun = Stopwatch.GetTimestamp();
        RandomAccess.Write(file, block, offset);
        Sync(file);
        return Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int Call(SafeFileHandle file);
}
