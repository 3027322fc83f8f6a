using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TableOrder.Bench.Harness;

/// <summary>
/// Many sockets on one thread, straight on Linux's epoll: a load generator shares the machine with what it measures,
/// so each byte it handles must cost as little as possible.
/// </summary>
internal sealed partial class Epoll : IDisposable
{
    private const int Most = 1024;
    private const int Add = 1;
    private const uint Readable = 1;
    private const int DontWait = 0x40;
    private const int NoSignal = 0x4000;
    private const int TryAgain = 11;
    private const int Interrupted = 4;

    /// <summary>struct epoll_event is packed on x86-64 only; the data begins at 4 there, else at 8.</summary>
    private static readonly int DataAt = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private static readonly int EventSize = DataAt + 8;
    private readonly byte[] events = new byte[Most * EventSize];
    private readonly int descriptor = Checked(Create(0), "epoll_create1");

    /// <summary>Watches a socket; it is told by its key.</summary>
    public void Watch(int socket, int key)
    {
        Span<byte> change = stackalloc byte[16];
        change.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(change, Readable);
        BinaryPrimitives.WriteInt32LittleEndian(change[DataAt..], key);
        Checked(Control(descriptor, Add, socket, change), "epoll_ctl");
    }

    /// <summary>Waits until a socket can be read or the time is over; gives how many can.</summary>
    public int Wait(TimeSpan most)
    {
        var time = new TimeSpec
        {
            Nanoseconds = Math.Max(0, most.Ticks) % TimeSpan.TicksPerSecond * 100,
            Seconds = Math.Max(0, most.Ticks) / TimeSpan.TicksPerSecond,
        };
        var ready = WaitPrecisely(descriptor, events, Most, time, 0);
        return ready < 0 && Marshal.GetLastPInvokeError() == Interrupted ? 0 : Checked(ready, "epoll_pwait2");
    }

    /// <summary>The key of the so-manyth socket that can be read.</summary>
    public int Key(int ready) => BinaryPrimitives.ReadInt32LittleEndian(events.AsSpan((ready * EventSize) + DataAt));

    /// <summary>Reads what there is; 0 where there is nothing. Throws where the other side has closed.</summary>
    public static int Read(int socket, Span<byte> buffer)
    {
        var read = Receive(socket, buffer, buffer.Length, DontWait);
        return read > 0 ? (int)read
            : read < 0 && Marshal.GetLastPInvokeError() is TryAgain or Interrupted ? 0
            : throw new IOException("The server closed a connection.");
    }

    /// <summary>Writes a small message at once.</summary>
    public static void Write(int socket, ReadOnlySpan<byte> message)
    {
        if (Send(socket, message, message.Length, DontWait | NoSignal) != message.Length)
        {
            throw new IOException($"A request could not be sent: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    public void Dispose() => _ = Close(descriptor);

    private static int Checked(int result, string call) =>
        result >= 0 ? result : throw new IOException($"{call}: {Marshal.GetLastPInvokeErrorMessage()}");

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int Control(int epoll, int operation, int socket, Span<byte> change);

    [LibraryImport("libc", EntryPoint = "epoll_pwait2", SetLastError = true)]
    private static partial int WaitPrecisely(int epoll, Span<byte> events, int most, in TimeSpec time, nint signals);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    private static partial nint Receive(int socket, Span<byte> buffer, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint Send(int socket, ReadOnlySpan<byte> message, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
