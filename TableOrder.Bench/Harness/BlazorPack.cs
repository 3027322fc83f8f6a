using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TableOrder.Bench.Harness;

/// <summary>The little of Blazor's hub protocol that a circuit needs: MessagePack behind a length (7 bits a byte, the lowest first).</summary>
internal static class BlazorPack
{
    private const byte Nil = 0xc0;

    /// <summary>One message, framed. Knows null, bool, long, string, arrays, and an empty map for the headers.</summary>
    public static byte[] Frame(params object?[] message)
    {
        var body = new ArrayBufferWriter<byte>();
        Write(body, message);
        var frame = new ArrayBufferWriter<byte>(body.WrittenCount + 5);
        for (var left = (uint)body.WrittenCount; ; left >>= 7)
        {
            Put(frame, (byte)(left > 0x7f ? left | 0x80 : left));
            if (left <= 0x7f)
            {
                break;
            }
        }

        frame.Write(body.WrittenSpan);
        return frame.WrittenSpan.ToArray();
    }

    /// <summary>The messages in what one WebSocket message brought. Binary values are slices of it; maps are passed over.</summary>
    public static List<object?[]> Messages(ReadOnlyMemory<byte> data)
    {
        var messages = new List<object?[]>();
        while (!data.IsEmpty)
        {
            var (length, shift, head) = (0, 0, 0);
            byte next;
            do
            {
                next = data.Span[head++];
                length |= (next & 0x7f) << shift;
                shift += 7;
            } while ((next & 0x80) != 0);

            messages.Add((object?[])new BlazorPackReader(data.Slice(head, length)).Read()!);
            data = data[(head + length)..];
        }

        return messages;
    }

    private static void Write(ArrayBufferWriter<byte> to, object? value)
    {
        switch (value)
        {
            case null:
                Put(to, Nil);
                break;
            case bool flag:
                Put(to, (byte)(flag ? 0xc3 : 0xc2));
                break;
            case long number:
                Put(to, 0xd3);
                BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(8), number);
                to.Advance(8);
                break;
            case string text:
                Put(to, 0xdb);
                BinaryPrimitives.WriteInt32BigEndian(to.GetSpan(4), Encoding.UTF8.GetByteCount(text));
                to.Advance(4);
                Encoding.UTF8.GetBytes(text, to);
                break;
            case object?[] { Length: < 16 } list:
                Put(to, (byte)(0x90 | list.Length));
                Array.ForEach(list, item => Write(to, item));
                break;
            case IReadOnlyDictionary<string, string> { Count: 0 }:
                Put(to, 0x80);
                break;
            default:
                throw new NotSupportedException($"A circuit sends no {value.GetType().Name}.");
        }
    }

    private static void Put(ArrayBufferWriter<byte> to, byte value)
    {
        to.GetSpan(1)[0] = value;
        to.Advance(1);
    }
}
