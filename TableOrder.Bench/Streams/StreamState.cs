using System.Globalization;
using System.Text;

namespace TableOrder.Bench.Streams;

/// <summary>How far one stream has heard its side's log. Understands a body that is sent in chunks and one that just goes on.</summary>
internal sealed class StreamState(StreamLog log, Action<string> appeared, Action<int> delivered)
{
    private readonly StringBuilder head = new();
    private readonly StringBuilder chunkHead = new();
    private bool chunked;
    private int chunkLeft;
    private int position;
    private int frame;
    private bool aside;
    private byte before;

    /// <summary>Whether the server has answered and sent its first block: from then on every event must arrive.</summary>
    public bool IsOpen { get; private set; }

    private bool InBody { get; set; }

    /// <summary>Takes what arrived.</summary>
    public void Hear(ReadOnlySpan<byte> heard)
    {
        while (!heard.IsEmpty)
        {
            var taken =
                !InBody ? Head(heard)
                : !chunked ? Body(heard)
                : chunkLeft > 2 ? Chunk(heard[..Math.Min(heard.Length, chunkLeft - 2)])
                : chunkLeft > 0 ? ChunkEnd()
                : ChunkHead(heard);
            heard = heard[taken..];
        }
    }

    private int Head(ReadOnlySpan<byte> heard)
    {
        head.Append((char)heard[0]);
        if (heard[0] != '\n' || head.Length < 4 || head[^3] != '\n')
        {
            return 1;
        }

        var text = head.ToString();
        if (!text.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"A stream was refused: {text}");
        }

        chunked = text.Contains("chunked", StringComparison.OrdinalIgnoreCase);
        InBody = true;
        head.Clear();
        return 1;
    }

    private int ChunkHead(ReadOnlySpan<byte> heard)
    {
        if (heard[0] == '\n')
        {
            // The chunk is followed by an empty line of two bytes.
            chunkLeft = int.Parse(chunkHead.ToString().AsSpan().TrimEnd('\r'), NumberStyles.HexNumber, CultureInfo.InvariantCulture) + 2;
            chunkHead.Clear();
        }
        else
        {
            chunkHead.Append((char)heard[0]);
        }

        return 1;
    }

    private int Chunk(ReadOnlySpan<byte> part)
    {
        var taken = Body(part);
        chunkLeft -= taken;
        return taken;
    }

    private int ChunkEnd()
    {
        chunkLeft--;
        return 1;
    }

    /// <summary>Bytes of the stream itself; takes at most to the end of a block.</summary>
    private int Body(ReadOnlySpan<byte> heard)
    {
        var atStart = position == 0 || frame > 0 && log.Ends(position, frame - 1);
        if (aside || (atStart && heard[0] != 'i'))
        {
            return Aside(heard);
        }

        var known = log.Known(position, frame);
        if (known.IsEmpty)
        {
            var appended = log.Append(heard, out var data);
            position += appended;
            if (data is not null)
            {
                appeared(data);
                delivered(frame++);
            }

            return appended;
        }

        var taken = Math.Min(known.Length, heard.Length);
        if (!heard[..taken].SequenceEqual(known[..taken]))
        {
            throw new InvalidOperationException(
                $"A stream heard {Encoding.ASCII.GetString(heard[..taken])} where others heard {Encoding.ASCII.GetString(known[..taken])}"
            );
        }

        position += taken;
        if (log.Ends(position, frame))
        {
            delivered(frame++);
        }

        return taken;
    }

    /// <summary>A comment or `retry:` is no event: it is read over to its empty line.</summary>
    private int Aside(ReadOnlySpan<byte> heard)
    {
        aside = true;
        for (var i = 0; i < heard.Length; i++)
        {
            var (last, now) = (before, heard[i]);
            before = now;
            if (last == '\n' && now == '\n')
            {
                (aside, before, IsOpen) = (false, 0, true);
                return i + 1;
            }
        }

        return heard.Length;
    }
}
