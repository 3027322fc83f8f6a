using System.Diagnostics;
using System.Net.Sockets;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Streams;

/// <summary>Everybody who listens to one side, and those who publish to it, on one thread. What is counted is what arrived here.</summary>
internal sealed class Crowd : IDisposable
{
    /// <summary>So many publishes are under way in a closed window.</summary>
    private const int Window = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ISide side;
    private readonly Epoll epoll = new();
    private readonly StreamLog log;
    private readonly List<Socket> sockets = [];
    private readonly List<StreamState> streams = [];
    private readonly List<Publisher> publishers = [];
    private readonly List<Publisher> owners = [];
    private readonly Stack<Publisher> free = new();
    private readonly List<double> latencies = [];
    private readonly byte[] buffer = new byte[1 << 16];
    private long deliveries;
    private long reads;
    private long lastDelivery = Stopwatch.GetTimestamp();

    public Crowd(ISide side, int count)
    {
        this.side = side;
        log = new StreamLog(count, side.Order);
        for (var i = 0; i < count; i++)
        {
            streams.Add(new StreamState(log, Appeared, Delivered));
            Epoll.Write((int)Connect().Handle, side.Subscribe);
            Turn(TimeSpan.Zero);
        }

        while (!streams.TrueForAll(stream => stream.IsOpen))
        {
            Turn(Patience);
        }

        for (var i = 0; i < ISide.Publishers; i++)
        {
            publishers.Add(new Publisher(side, i, Connect()));
            free.Push(publishers[i]);
        }
    }

    /// <summary>Bytes of an event on the stream, without what the transport adds.</summary>
    public double BytesPerFrame => (double)log.Length / log.Frames;

    /// <summary>How many events there were.</summary>
    public int Frames => log.Frames;

    /// <summary>How many events have arrived, over all streams.</summary>
    public long Deliveries => deliveries;

    /// <summary>Events that one read of a stream brings: more than one where they came together.</summary>
    public double DeliveriesPerRead => (double)deliveries / reads;

    /// <summary>A closed window: a publish is finished when all streams have heard it, then the next begins. Deliveries per second.</summary>
    public Slice Rate(TimeSpan time)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), deliveries);
        for (var i = 0; i < Window; i++)
        {
            free.Pop().Send(Stopwatch.GetTimestamp());
        }

        while (free.Count < publishers.Count)
        {
            Turn(Patience);
            while (free.Count > publishers.Count - Window && Stopwatch.GetElapsedTime(start) < time)
            {
                free.Pop().Send(Stopwatch.GetTimestamp());
            }
        }

        return Slice.Rate(deliveries - before, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>An open loop: publishes are due at fixed times, whether or not earlier ones are finished. The 99th percentile, in milliseconds, from the due time to each delivery.</summary>
    public Slice Latency(TimeSpan time, double publishesPerSecond)
    {
        latencies.Clear();
        var (start, sent, count) = (Stopwatch.GetTimestamp(), 0, Math.Max(1, (int)(time.TotalSeconds * publishesPerSecond)));
        long Due(int number) => start + (long)(number / publishesPerSecond * Stopwatch.Frequency);
        while (sent < count || free.Count < publishers.Count)
        {
            while (sent < count && free.Count > 0 && Due(sent) <= Stopwatch.GetTimestamp())
            {
                free.Pop().Send(Due(sent++));
            }

            Turn(sent < count && free.Count > 0 ? Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), Due(sent)) : Patience);
        }

        return Slice.Percentile(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(latencies), 0.99);
    }

    public void Dispose()
    {
        sockets.ForEach(socket => socket.Dispose());
        epoll.Dispose();
    }

    private Socket Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        sockets.Add(socket);
        socket.Connect(side.Address);
        epoll.Watch((int)socket.Handle, sockets.Count - 1);
        return socket;
    }

    private void Turn(TimeSpan most)
    {
        var ready = epoll.Wait(most);
        if (ready == 0 && most > TimeSpan.Zero && Stopwatch.GetElapsedTime(lastDelivery) > Patience)
        {
            throw new InvalidOperationException($"{side.Name} owes events: {free.Count} of {publishers.Count} publishers are done.");
        }

        for (var i = 0; i < ready; i++)
        {
            var key = epoll.Key(i);
            if (key >= streams.Count)
            {
                Finish(publishers[key - streams.Count], publishers[key - streams.Count].Read());
                continue;
            }

            var read = Epoll.Read((int)sockets[key].Handle, buffer);
            reads++;
            streams[key].Hear(buffer.AsSpan(0, read));
        }
    }

    private void Appeared(string data)
    {
        var publisher = publishers[side.PublisherOf(data)];
        publisher.Appear();
        owners.Add(publisher);
    }

    private void Delivered(int frame)
    {
        deliveries++;
        lastDelivery = Stopwatch.GetTimestamp();
        latencies.Add(owners[frame].Milliseconds());
        if (log.Delivered(frame))
        {
            Finish(owners[frame], owners[frame].Hear());
        }
    }

    private void Finish(Publisher publisher, bool isFinished)
    {
        if (isFinished)
        {
            free.Push(publisher);
        }
    }
}
