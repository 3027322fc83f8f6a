using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Opening;

/// <summary>How the three parts are that everything else stands on.</summary>
/// <param name="DatabaseReads">The database answered a question just now.</param>
/// <param name="WriterWrites">The last write ended well.</param>
/// <param name="FeedLooks">The feed looked at the log within the last ten seconds.</param>
/// <param name="LogIsShort">The database's write-ahead log does not grow without end. Orders are taken even so; the app's own log says what to do.</param>
public sealed record HealthReport(bool DatabaseReads, bool WriterWrites, bool FeedLooks, bool LogIsShort)
{
    /// <summary>Whether orders can be taken and told.</summary>
    public bool IsReady => DatabaseReads && WriterWrites && FeedLooks;
}

/// <summary>Says whether the restaurant can work. Asked by machines without a name, so it tells nothing but that.</summary>
public sealed class Health
{
    private static readonly TimeSpan FeedMayLag = TimeSpan.FromSeconds(10);
    private readonly IDatabase database;
    private readonly ReadPool reads;
    private readonly Writer writer;
    private readonly OrderFeed feed;
    private readonly TimeProvider clock;

    internal Health(IDatabase database, ReadPool reads, Writer writer, OrderFeed feed, TimeProvider clock) =>
        (this.database, this.reads, this.writer, this.feed, this.clock) = (database, reads, writer, feed, clock);

    /// <summary>Looks at each part now.</summary>
    public async Task<HealthReport> CheckAsync() =>
        new(await ReadsAsync(), writer.Fault is null, clock.GetUtcNow() - feed.LastLook < FeedMayLag, database.Alarm is null);

    private async Task<bool> ReadsAsync()
    {
        try
        {
            return await reads.ReadAsync(EventSql.Head) >= 0;
        }
#pragma warning disable CA1031 // whatever keeps the database from answering is the answer
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
