using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Api;

namespace TableOrder.Tests.Api;

public sealed class StreamHubTests : HouseTests
{
    private readonly CancellationTokenSource stopping = new();
    private StreamHub hub = null!;
    private Order order = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        order = await House.OrderAsync(await House.SeatAsync(1), Dishes.Rice);
        await House.Feed.SeenAsync(1);
        hub = new StreamHub(House.Feed, House.AccessReader, House.Clock, NullLogger<StreamHub>.Instance);
        await hub.StartAsync(CancellationToken.None);
    }

    public override async Task DisposeAsync()
    {
        await stopping.CancelAsync();
        await hub.StopAsync(CancellationToken.None);
        hub.Dispose();
        stopping.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_stalled_reader_delays_nobody_and_hears_all_of_it_when_it_comes_back()
    {
        var stalled = await OpenAsync(House.Manager, pauseAt: 4096);
        var lively = await OpenAsync(House.Manager);

        for (var i = 0; i < 5; i++)
        {
            await House.FillAsync(order with { Version = 1 + (i * 400) }, 400);
            (await lively.HearAsync(400)).Should().Equal(Ids(2 + (i * 400), 400));
        }

        (await stalled.HearAsync(2000)).Should().Equal(Ids(2, 2000));
        await House.FillAsync(order with { Version = 2001 }, 1);
        (await stalled.HearAsync(1)).Should().Equal(2002);
    }

    [Fact]
    public async Task What_happens_while_streams_open_is_heard_once_by_each()
    {
        var filling = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                await House.FillAsync(order with { Version = 1 + (i * 5) }, 5);
            }
        });
        var readers = new List<Listener>();
        while (readers.Count < 50 || (!filling.IsCompleted && readers.Count < 200))
        {
            readers.Add(await OpenAsync(House.Manager, after: 1));
        }

        await filling;
        foreach (var reader in readers)
        {
            (await reader.HearAsync(200)).Should().Equal(Ids(2, 200));
        }
    }

    [Fact]
    public async Task A_guest_hears_of_their_own_orders_only_and_loses_no_place_by_others()
    {
        var guest = await House.SeatAsync(2);
        var reader = await OpenAsync(guest);

        await House.FillAsync(order, 3);
        await House.OrderAsync(guest, Dishes.Rice);
        await House.FillAsync(order with { Version = 4 }, 3);
        await House.OrderAsync(guest, Dishes.Rice);

        (await reader.HearAsync(2)).Should().Equal(5, 9);
    }

    [Fact]
    public async Task Whose_access_has_ended_is_cut_off_and_others_are_not()
    {
        var other = (await House.AccessDesk.TakeRoleAsync(Actor.System, Role.Manager, "tablet")).Value;
        var (leaves, stays) = (await OpenAsync(House.Manager), await OpenAsync(other));

        await House.AccessDesk.SignOutAsync(House.Manager);
        await leaves.Running.WaitAsync(TimeSpan.FromSeconds(30));

        await House.FillAsync(order, 1);
        (await stays.HearAsync(1)).Should().Equal(2);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_written_to_ends_alone()
    {
        var readers = new List<Listener> { await OpenAsync(House.Manager) };
        var broken = new Pipe();
        var ends = (await RunAsync(House.Manager, broken.Writer)).Invoking(running => running).Should().ThrowAsync<InvalidOperationException>();
        for (var i = 0; i < 5; i++)
        {
            readers.Add(await OpenAsync(House.Manager));
        }

        await House.FillAsync(order, 3);
        foreach (var reader in readers)
        {
            (await reader.HearAsync(3)).Should().Equal(2, 3, 4);
        }

        await broken.Writer.CompleteAsync();
        await House.FillAsync(order with { Version = 4 }, 3);

        await ends;
        foreach (var reader in readers)
        {
            (await reader.HearAsync(3)).Should().Equal(5, 6, 7);
        }
    }

    [Fact]
    public async Task What_comes_after_a_gap_is_read_from_the_log_instead()
    {
        var pipe = new Pipe();
        var (stream, running) = await StartAsync(House.Manager, pipe.Writer);
        var reader = new Listener(pipe.Reader, running);
        var far = new OrderEvent(1_000_000, order.Id, 1, "order_placed", order.SeatingId, null, ",");

        // However it stands at that moment, with the hub or by itself, it goes from its own place on.
        for (var i = 0; i < 20; i++)
        {
            stream.Send(from: 999_999, [far], far.Frame.Span);
            await House.FillAsync(order with { Version = 1 + i }, 1);
            (await reader.HearAsync(1)).Should().Equal(2 + i);
        }
    }

    private async Task<Listener> OpenAsync(Actor actor, long? after = null, long pauseAt = 65_536)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: pauseAt, resumeWriterThreshold: pauseAt / 2));
        return new Listener(pipe.Reader, await RunAsync(actor, pipe.Writer, after));
    }

    /// <summary>Gives the stream's own task, to be waited for or not.</summary>
    private async Task<Task> RunAsync(Actor actor, PipeWriter writer, long? after = null) => (await StartAsync(actor, writer, after)).Running;

    private async Task<(EventStream Stream, Task Running)> StartAsync(Actor actor, PipeWriter writer, long? after = null)
    {
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseBodyFeature>(new PipedBody(writer));
        var cursor = (await House.Feed.OpenAsync(actor, after)).Value;
        var stream = new EventStream(cursor, actor, hub, stopping.Token);
        return (stream, stream.ExecuteAsync(context));
    }

    private static IEnumerable<long> Ids(int from, int count) => Enumerable.Range(from, count).Select(i => (long)i);

    /// <summary>Reads what a stream writes, as far as a test wants it to.</summary>
    private sealed class Listener(PipeReader pipe, Task running)
    {
        private readonly EventReader events = new(new HttpResponseMessage(), pipe.AsStream());

        /// <summary>Ends with the stream.</summary>
        public Task Running => running;

        /// <summary>The ids of the next events.</summary>
        public async Task<IEnumerable<long>> HearAsync(int count) => (await events.TakeAsync(count)).Select(block => block.Id!.Value);
    }

    /// <summary>A response whose reader is the test: it stalls where nobody reads.</summary>
    private sealed class PipedBody(PipeWriter writer) : IHttpResponseBodyFeature
    {
        public Stream Stream => writer.AsStream();

        public PipeWriter Writer => writer;

        public void DisableBuffering()
        {
            // Nothing is buffered.
        }

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("A stream sends no files.");

        public Task CompleteAsync() => Task.CompletedTask;
    }
}
