using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TableOrder.Core.Seating;

/// <summary>
/// The code that joins a seating: its id and a seal of the minute, as 38 characters that are safe in an address. It is shown at the table only and soon outdated, so whoever
/// has one sits there now, or sat there a minute ago. Pure.
/// </summary>
public static class JoinCode
{
    /// <summary>For so long a code is the current one. It counts for as long again: who scans it in its last second still has to load the page.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private const int IdBytes = 16;
    private const int SealBytes = 12;
    private const int Characters = 38;

    /// <summary>The code of a seating at a moment.</summary>
    /// <param name="seating">The seating.</param>
    /// <param name="secret">What its codes are sealed with; it never leaves the house.</param>
    /// <param name="now">The moment.</param>
    public static string Make(Guid seating, string secret, DateTimeOffset now)
    {
        Span<byte> code = stackalloc byte[IdBytes + SealBytes];
        seating.TryWriteBytes(code, bigEndian: true, out _);
        Seal(seating, secret, WindowOf(now), code[IdBytes..]);
        return Base64Url.EncodeToString(code);
    }

    /// <summary>When the code of this moment is followed by the next.</summary>
    public static DateTimeOffset NextAt(DateTimeOffset now) => DateTimeOffset.UnixEpoch + ((WindowOf(now) + 1) * Window);

    /// <summary>The seating that a text names; null where it is no code at all. Whether the code counts is another question.</summary>
    public static Guid? SeatingOf(string? text)
    {
        Span<byte> code = stackalloc byte[IdBytes + SealBytes];
        return Read(text, code) ? new Guid(code[..IdBytes], bigEndian: true) : null;
    }

    /// <summary>Whether a code was made with the secret, for this moment's window or the one before it.</summary>
    public static bool Counts(string? text, string secret, DateTimeOffset now)
    {
        Span<byte> code = stackalloc byte[IdBytes + SealBytes];
        if (!Read(text, code))
        {
            return false;
        }

        var seating = new Guid(code[..IdBytes], bigEndian: true);
        Span<byte> current = stackalloc byte[SealBytes];
        Span<byte> previous = stackalloc byte[SealBytes];
        Seal(seating, secret, WindowOf(now), current);
        Seal(seating, secret, WindowOf(now) - 1, previous);

        // Both are looked at, each to its end: how long it takes tells nothing.
        return CryptographicOperations.FixedTimeEquals(code[IdBytes..], current) | CryptographicOperations.FixedTimeEquals(code[IdBytes..], previous);
    }

    private static bool Read(string? text, Span<byte> code) =>
        text is { Length: Characters }
        && Base64Url.DecodeFromChars(text, code, out _, out var written) == OperationStatus.Done
        && written == code.Length;

    private static void Seal(Guid seating, string secret, long window, Span<byte> seal)
    {
        Span<byte> told = stackalloc byte[IdBytes + sizeof(long)];
        seating.TryWriteBytes(told, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(told[IdBytes..], window);
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), told, whole);
        whole[..SealBytes].CopyTo(seal);
    }

    private static long WindowOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / (long)Window.TotalSeconds;
}
