using System.Net;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Streams;

/// <summary>A server that streams what is published to it: how to reach it, and how to read what it says.</summary>
internal interface ISide : IAsyncDisposable
{
    /// <summary>How many publishes can be under way at once; each has a connection of its own.</summary>
    const int Publishers = 32;

    /// <summary>For the report.</summary>
    string Name { get; }

    /// <summary>Its process, for what it costs.</summary>
    ChildProcess Process { get; }

    /// <summary>Where it listens.</summary>
    IPEndPoint Address { get; }

    /// <summary>The request that opens a stream.</summary>
    byte[] Subscribe { get; }

    /// <summary>The next request of a publisher; it makes exactly one event.</summary>
    byte[] Publish(int publisher);

    /// <summary>Whose event this is.</summary>
    int PublisherOf(string data);

    /// <summary>The place of an event's id in the order of events: it must rise.</summary>
    long Order(string id);
}
