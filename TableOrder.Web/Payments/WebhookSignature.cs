using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TableOrder.Web.Payments;

/// <summary>Who signed a message, by the Standard Webhooks 1.0: symmetric signatures only. Pure.</summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const string Version = "v1,";

    /// <summary>Fewer bytes than the standard asks for could be guessed.</summary>
    private const int LeastBytes = 24;

    /// <summary>How far a message's time may be from the server's, both ways: an older one may be somebody else's who has listened.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>The secret's bytes; null where it is not base64 of at least 24 bytes, with or without "whsec_" before it.</summary>
    public static byte[]? ReadSecret(string text)
    {
        var encoded = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) && length >= LeastBytes ? bytes[..length] : null;
    }

    /// <summary>Whether one of its signatures was made with the secret, over this body, lately.</summary>
    /// <param name="secret">What is agreed with the sender.</param>
    /// <param name="header">Finds a header of it by its name.</param>
    /// <param name="body">Its body, byte by byte as it came.</param>
    /// <param name="now">The server's clock.</param>
    public static bool Verify(byte[] secret, Func<string, string?> header, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (
            header("webhook-id") is not { Length: > 0 } id
            || header("webhook-timestamp") is not { } time
            || header("webhook-signature") is not { } shown
        )
        {
            return false;
        }

        if (
            !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs((decimal)seconds - now.ToUnixTimeSeconds()) > (decimal)Tolerance.TotalSeconds
        )
        {
            return false;
        }

        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        mac.AppendData(Encoding.UTF8.GetBytes($"{id}.{time}."));
        mac.AppendData(body);
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        mac.GetCurrentHash(expected);

        // A sender that changes its secret signs with both for a while.
        foreach (var signature in shown.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsThat(signature, expected))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsThat(string signature, ReadOnlySpan<byte> expected)
    {
        Span<byte> bytes = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return signature.StartsWith(Version, StringComparison.Ordinal)
            && Convert.TryFromBase64Chars(signature.AsSpan(Version.Length), bytes, out var length)
            && CryptographicOperations.FixedTimeEquals(bytes[..length], expected);
    }
}
