using System.Buffers.Binary;
using System.Text;

namespace TableOrder.Bench.Harness;

/// <summary>Reads MessagePack as Blazor's server writes it: null, bool, long, string, ReadOnlyMemory of bytes, arrays; of maps nothing is kept.</summary>
internal sealed class BlazorPackReader(ReadOnlyMemory<byte> data)
{
    private int at;

    /// <summary>The next value.</summary>
    public object? Read()
    {
        var code = data.Span[at++];
        return code switch
        {
            < 0x80 => (long)code,
            < 0x90 => Pass(2 * (code & 0x0f)),
            < 0xa0 => List(code & 0x0f),
            < 0xc0 => Text(code & 0x1f),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 => Take(Size(1)),
            0xc5 => Take(Size(2)),
            0xc6 => Take(Size(4)),
            0xcc or 0xcd or 0xce => (long)Size(1 << (code - 0xcc)),
            0xcf or 0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8).Span),
            0xd0 => (long)(sbyte)Take(1).Span[0],
            0xd1 => (long)BinaryPrimitives.ReadInt16BigEndian(Take(2).Span),
            0xd2 => (long)BinaryPrimitives.ReadInt32BigEndian(Take(4).Span),
            0xd9 => Text(Size(1)),
            0xda => Text(Size(2)),
            0xdb => Text(Size(4)),
            0xdc => List(Size(2)),
            >= 0xe0 => (long)(sbyte)code,
            _ => throw new InvalidDataException($"MessagePack 0x{code:x2} is not expected from Blazor."),
        };
    }

    private object?[] List(int count)
    {
        var list = new object?[count];
        for (var i = 0; i < count; i++)
        {
            list[i] = Read();
        }

        return list;
    }

    private object? Pass(int values)
    {
        List(values);
        return null;
    }

    private string Text(int bytes) => Encoding.UTF8.GetString(Take(bytes).Span);

    private int Size(int bytes) =>
        bytes switch
        {
            1 => Take(1).Span[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(Take(2).Span),
            _ => checked((int)BinaryPrimitives.ReadUInt32BigEndian(Take(4).Span)),
        };

    private ReadOnlyMemory<byte> Take(int bytes)
    {
        at += bytes;
        return data.Slice(at - bytes, bytes);
    }
}
