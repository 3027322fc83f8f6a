using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TableOrder.Core.Menu;

/// <summary>One size of a photo.</summary>
/// <param name="Width">How wide it is, in pixels: one of <see cref="PhotoRule.Widths"/>.</param>
/// <param name="Bytes">The file.</param>
public sealed record PhotoVariant(int Width, byte[] Bytes);

/// <summary>What is taken for a photo. Pure.</summary>
public static class PhotoRule
{
    /// <summary>The most bytes of one size.</summary>
    public const int MostBytes = 200 * 1024;

    private const int HashLength = 32;

    /// <summary>The widths a photo may come in.</summary>
    public static IReadOnlyList<int> Widths { get; } = [320, 640, 960];

    /// <summary>Why these are no photo; null where they are one. Which kind of picture a file is decides its content, never its name.</summary>
    public static Refusal? Refuse(IReadOnlyList<PhotoVariant> variants)
    {
        if (variants.Count == 0)
        {
            return Refusal.Bad("w640", $"Send at least one of {string.Join(", ", Widths.Select(width => $"w{width}"))}.");
        }

        foreach (var (width, bytes) in variants.Select(variant => (variant.Width, variant.Bytes)))
        {
            var wrong =
                !Widths.Contains(width) ? $"Send one of the widths {string.Join(", ", Widths)}."
                : variants.Count(other => other.Width == width) > 1 ? "Send each width once."
                : bytes.Length > MostBytes ? $"Send at most {MostBytes / 1024} KB for each width."
                : TypeOf(bytes) is null ? "Send a WebP, JPEG or PNG picture."
                : null;
            if (wrong is not null)
            {
                return Refusal.Bad($"w{width}", wrong);
            }
        }

        return null;
    }

    /// <summary>The media type that a file's first bytes say; null where it is none of the pictures that are taken.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : null;

    /// <summary>Names the content: the same for the same files, so that an address never shows another picture.</summary>
    internal static string Hash(IReadOnlyList<PhotoVariant> variants)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> head = stackalloc byte[8];
        foreach (var variant in variants.OrderBy(variant => variant.Width))
        {
            BinaryPrimitives.WriteInt32BigEndian(head, variant.Width);
            BinaryPrimitives.WriteInt32BigEndian(head[4..], variant.Bytes.Length);
            hash.AppendData(head);
            hash.AppendData(variant.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];
    }
}
