namespace TableOrder.Tests.Support;

/// <summary>Pictures small enough to stand in a source file.</summary>
public static class Pictures
{
    /// <summary>One red dot.</summary>
    public static byte[] Png { get; } =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    /// <summary>As much of a JPEG as its first bytes say.</summary>
    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10];

    /// <summary>As much of a WebP as its first bytes say.</summary>
    public static byte[] WebP { get; } = [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBPVP8 "u8];
}
