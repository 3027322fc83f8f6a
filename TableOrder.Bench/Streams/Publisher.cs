using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Streams;

/// <summary>One publish at a time on a connection of its own. It is finished when it is answered and every stream has heard it.</summary>
internal sealed class Publisher(ISide side, int number, Socket socket)
{
    private readonly byte[] answer = new byte[1 << 16];
    private int length;
    private bool answered = true;
    private bool heard = true;
    private bool appeared = true;

    /// <summary>When it was meant to be published, in Stopwatch ticks.</summary>
    public long Intended { get; private set; }

    /// <summary>Publishes.</summary>
    public void Send(long intended)
    {
        (Intended, length) = (intended, 0);
        (answered, heard, appeared) = (false, false, false);
        Epoll.Write((int)socket.Handle, side.Publish(number));
    }

    /// <summary>Its event is on the first stream.</summary>
    public void Appear()
    {
        if (appeared)
        {
            throw new InvalidOperationException($"{side.Name} streamed an event that nobody published, or one twice.");
        }

        appeared = true;
    }

    /// <summary>Every stream has heard it; true where that finishes it.</summary>
    public bool Hear()
    {
        heard = true;
        return answered;
    }

    /// <summary>Its connection can be read; true where that finishes it.</summary>
    public bool Read()
    {
        length += Epoll.Read((int)socket.Handle, answer.AsSpan(length));
        if (answered || !IsComplete(answer.AsSpan(0, length)))
        {
            return false;
        }

        if (!answer.AsSpan().StartsWith("HTTP/1.1 20"u8))
        {
            throw new InvalidOperationException($"{side.Name} refused a publish: {Encoding.UTF8.GetString(answer, 0, length)}");
        }

        answered = true;
        return heard;
    }

    /// <summary>How late it is by now.</summary>
    public double Milliseconds() => Stopwatch.GetElapsedTime(Intended).TotalMilliseconds;

    private static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var at = answer[..end].IndexOf("Content-Length: "u8);
        return at < 0
            ? answer.EndsWith("\r\n0\r\n\r\n"u8)
            : System.Buffers.Text.Utf8Parser.TryParse(answer[(at + 16)..], out int bytes, out _) && answer.Length >= end + 4 + bytes;
    }
}
