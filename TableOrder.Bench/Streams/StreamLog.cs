using System.Text;

namespace TableOrder.Bench.Streams;

/// <summary>
/// What one side has streamed, byte for byte, as the stream that is ahead heard it. Every other stream must hear exactly the same bytes,
/// so that comparing is all it takes to know that each got every event once and in order.
/// </summary>
internal sealed class StreamLog(int streams, Func<string, long> order)
{
    private readonly List<Frame> frames = [];
    private byte[] bytes = new byte[1 << 20];
    private int length;
    private int begun;
    private long last = -1;

    /// <summary>Complete frames so far.</summary>
    public int Frames => frames.Count;

    /// <summary>Bytes so far.</summary>
    public int Length => length;

    /// <summary>What there is of a frame, complete or not.</summary>
    public ReadOnlySpan<byte> Known(int from, int frame) => bytes.AsSpan(from, (frame < frames.Count ? frames[frame].End : length) - from);

    /// <summary>Whether a position is the end of a frame that is complete.</summary>
    public bool Ends(int position, int frame) => frame < frames.Count && frames[frame].End == position;

    /// <summary>The stream that is ahead heard more. Takes at most to the end of the frame; gives how much was taken, and the frame's data where it is complete.</summary>
    public int Append(ReadOnlySpan<byte> heard, out string? data)
    {
        data = null;
        var taken = 0;
        while (taken < heard.Length && data is null)
        {
            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }

            bytes[length++] = heard[taken++];
            if (length - begun > 1 && bytes[length - 1] == '\n' && bytes[length - 2] == '\n')
            {
                data = Complete();
            }
        }

        return taken;
    }

    /// <summary>One more stream has heard a frame; true where it was the last one.</summary>
    public bool Delivered(int frame)
    {
        var missing = frames[frame].Missing - 1;
        frames[frame] = frames[frame] with { Missing = missing };
        return missing == 0;
    }

    private string Complete()
    {
        var lines = Encoding.ASCII.GetString(bytes, begun, length - begun).Split('\n');
        if (lines is not [['i', 'd', ':', ' ', .. var id], ['d', 'a', 't', 'a', ':', ' ', .. var data], "", ""])
        {
            throw new InvalidOperationException($"A frame is not an event: {string.Join('|', lines)}");
        }

        var place = order(id);
        if (place <= last)
        {
            throw new InvalidOperationException($"Event {id} came after one that is as new.");
        }

        (last, begun) = (place, length);
        frames.Add(new Frame(length, streams));
        return data;
    }

    private readonly record struct Frame(int End, int Missing);
}
