using System.Buffers.Binary;

namespace TableOrder.Core.Storage;

/// <summary>
/// Ids for the rows that orders make: UUIDs of version 7 (RFC 9562, 6.2 method 1: the clock's milliseconds, then a counter), each above the one before,
/// so that indexes grow at their end. They are names, not secrets: what may be seen is decided by rights, and the random part is not from a cryptographic source,
/// which would cost the writer more than the row does.
/// </summary>
internal static class RisingId
{
    private const int CounterBits = 12;
    private const ulong Variant = 0x8000_0000_0000_0000;
    private static long last;

    /// <summary>The lowest id of a moment: ids of version 7 that were made before it stand below.</summary>
    public static Guid FirstOf(DateTimeOffset moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)moment.ToUnixTimeMilliseconds() << 16) | 0x7000);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Variant);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The next one.</summary>
    public static Guid Next()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() << CounterBits;
        long seen;
        long next;
        do
        {
            seen = Volatile.Read(ref last);

            // A clock that stands still or goes back is counted on.
            next = Math.Max(now, seen + 1);
        } while (Interlocked.CompareExchange(ref last, next, seen) != seen);

        Span<byte> bytes = stackalloc byte[16];
        var time = ((ulong)next >> CounterBits << 16) | 0x7000 | ((ulong)next & 0xfff);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, time);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Variant | ((ulong)Random.Shared.NextInt64() >> 1));
        return new Guid(bytes, bigEndian: true);
    }
}
