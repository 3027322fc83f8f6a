using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>A screenshot with 256 colours: a third of its bytes, and nobody sees the difference. It reads what Chromium writes: eight bits, no interlace.</summary>
internal static class SmallPng
{
    private const int SignatureLength = 8;

    public static byte[] Of(byte[] png)
    {
        var (width, height, pixels) = Read(png);
        var palette = Palette.Of(pixels);
        var rows = new byte[height * (width + 1)];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                rows[(y * (width + 1)) + x + 1] = palette.Nearest(pixels[(y * width) + x]);
            }
        }

        using var small = new MemoryStream();
        small.Write(png.AsSpan(0, SignatureLength));
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 3);
        Chunk(small, "IHDR", head);
        Chunk(small, "PLTE", [.. palette.Colours.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })]);
        using (var packed = new MemoryStream())
        {
            using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                zlib.Write(rows);
            }

            Chunk(small, "IDAT", packed.ToArray());
        }

        Chunk(small, "IEND", []);
        return small.ToArray();
    }

    private static (int Width, int Height, int[] Pixels) Read(byte[] png)
    {
        using var packed = new MemoryStream();
        for (var at = SignatureLength; at < png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(png, at + 8, length);
            }

            at += length + 12;
        }

        packed.Position = 0;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        return (width, height, Pixels(zlib, width, height, channels: png[25] == 6 ? 4 : 3));
    }

    private static int[] Pixels(ZLibStream zlib, int width, int height, int channels)
    {
        var pixels = new int[width * height];
        var (above, row) = (new byte[width * channels], new byte[width * channels]);
        for (var y = 0; y < height; y++)
        {
            var filter = zlib.ReadByte();
            zlib.ReadExactly(row);
            for (var i = 0; i < row.Length; i++)
            {
                int left = i < channels ? 0 : row[i - channels];
                int corner = i < channels ? 0 : above[i - channels];
                row[i] += (byte)Predicted(filter, left, above[i], corner);
            }

            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = (row[x * channels] << 16) | (row[(x * channels) + 1] << 8) | row[(x * channels) + 2];
            }

            (above, row) = (row, above);
        }

        return pixels;
    }

    private static int Predicted(int filter, int left, int above, int corner) =>
        filter switch
        {
            1 => left,
            2 => above,
            3 => (left + above) / 2,
            4 => Paeth(left, above, corner),
            _ => 0,
        };

    private static int Paeth(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - corner - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left
            : toAbove <= toCorner ? above
            : corner;
    }

    private static void Chunk(Stream png, string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Sum(named));
        png.Write(number);
    }

    /// <summary>A chunk's check sum: CRC-32.</summary>
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
            }
        }

        return ~sum;
    }
}
