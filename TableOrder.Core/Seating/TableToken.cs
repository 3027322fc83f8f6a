using System.Buffers.Text;
using System.Security.Cryptography;

namespace TableOrder.Core.Seating;

/// <summary>The secret in a table's QR code: 128 random bits, as 22 characters that are safe in an address.</summary>
public static class TableToken
{
    private const int Bytes = 16;
    private const int Characters = 22;

    /// <summary>A new one.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text can be a token at all, so that nonsense never reaches the database.</summary>
    public static bool IsWellFormed(string? text) => text is { Length: Characters } && Base64Url.IsValid(text);
}
