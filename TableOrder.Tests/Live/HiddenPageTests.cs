using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Live;

namespace TableOrder.Tests.Live;

/// <summary>A live page whose tab nobody sees.</summary>
public sealed class HiddenPageTests : HouseTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly BunitContext browser = new();
    private Order order = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddSingleton(House.AccessReader);
        browser.Services.AddSingleton(House.Feed);
        browser.Services.AddSingleton<TimeProvider>(House.Clock);
        browser.Services.AddSingleton<IHostApplicationLifetime>(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));
        browser.Services.AddLogging();
        order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Rice);
        await House.Feed.SeenAsync(House.Ask("SELECT max(sequence) FROM order_events"));
    }

    public override async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task It_rests_and_shown_again_it_goes_on_from_where_it_was()
    {
        var page = await OpenAsync();
        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: false, 1));
        await page.Instance.Rests.WaitAsync(Patience);
        await House.FillAsync(order, 3);
        page.Instance.Shown.Should().Be(0, "nobody would see it");

        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: true, 2));

        await UntilAsync(page, () => Signs().Contains(2));
        page.Instance.Shown.Should().Be(3);
        page.Instance.Loads.Should().Be(1);

        await House.FillAsync(order with { Version = order.Version + 3 }, 2);
        await UntilAsync(page, () => page.Instance.Shown == 5);
    }

    [Fact]
    public async Task Far_behind_it_loads_anew()
    {
        var page = await OpenAsync();
        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: false, 1));
        await page.Instance.Rests.WaitAsync(Patience);
        await House.FillAsync(order, 501);

        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: true, 2));

        await UntilAsync(page, () => Signs().Contains(2));
        page.Instance.Loads.Should().Be(2);
        page.Instance.Shown.Should().Be(0, "no event is looked at singly");
    }

    [Fact]
    public async Task Until_it_has_caught_up_it_gives_no_sign_of_life()
    {
        var page = await OpenAsync();
        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: false, 1));
        await page.Instance.Rests.WaitAsync(Patience);
        await House.FillAsync(order, 1);
        page.Instance.Hold();

        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: true, 2));
        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: true, 3));
        Signs().Should().NotContain([2, 3]);
        page.Instance.Release();

        await UntilAsync(page, () => Signs().Contains(3));
        page.Instance.Shown.Should().Be(1);
    }

    [Fact]
    public async Task Hidden_again_while_it_catches_up_it_rests_again()
    {
        var page = await OpenAsync();
        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: false, 1));
        await page.Instance.Rests.WaitAsync(Patience);
        await House.FillAsync(order, 1);
        page.Instance.Hold();
        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: true, 2));
        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: false, 3));
        page.Instance.Release();
        await UntilAsync(page, () => page.Instance.Shown == 1);

        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: true, 4));

        await UntilAsync(page, () => Signs().Contains(4));
        Signs().Should().NotContain([2, 3]);
    }

    [Fact]
    public async Task A_page_that_is_seen_answers_each_question_at_once()
    {
        var page = await OpenAsync();

        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: true, 1));

        Signs().Should().Contain(1);
    }

    [Fact]
    public async Task A_page_that_cannot_follow_gives_no_sign_of_life_until_it_can()
    {
        var page = await OpenAsync();
        page.Instance.Breaks = true;
        await House.FillAsync(order, 1);
        await UntilAsync(page, () => page.Instance.HasFailed);

        await page.InvokeAsync(() => page.Instance.SeenAsync(isSeen: true, 7));
        Signs().Should().NotContain(7);
        page.Instance.Breaks = false;

        await UntilAsync(page, () => Signs().Contains(7));
        page.Instance.Loads.Should().BeGreaterThan(1);
    }

    private async Task<IRenderedComponent<FollowingPage>> OpenAsync()
    {
        var page = browser.Render<FollowingPage>(p => p.Add(following => following.Who, House.Kitchen));
        await UntilAsync(page, () => Signs().Contains(0));
        return page;
    }

    /// <summary>Asks on the page's own dispatcher, where nothing moves meanwhile. A sign of life renders nothing that could be waited for.</summary>
    private static async Task UntilAsync(IRenderedComponent<FollowingPage> page, Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var isTrue = false; !isTrue; await page.InvokeAsync(() => isTrue = condition()))
        {
            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>The questions that were answered by signs of life, in order.</summary>
    private List<int> Signs() =>
        [
            .. browser
                .JSInterop.Invocations.Where(call => string.Equals(call.Identifier, "tableOrder.alive", StringComparison.Ordinal))
                .Select(call => (int)call.Arguments[1]!),
        ];

    /// <summary>A live page that counts the events it was told of.</summary>
    private sealed class FollowingPage : LivePage
    {
        private readonly TaskCompletionSource rests = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource? held;
        private FeedCursor cursor = null!;

        [Parameter]
        public Actor Who { get; set; } = Actor.Nobody;

        public int Loads { get; private set; }

        public int Shown { get; private set; }

        public bool Breaks { get; set; }

        public bool HasFailed { get; private set; }

        public Task Rests => rests.Task;

        public void Hold() => held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => held!.SetResult();

        protected override async Task LoadAsync()
        {
            Actor = Who;
            Loads++;
            cursor = (await Feed.OpenAsync(Actor, after: null)).Value;
        }

        protected override IEnumerable<Func<CancellationToken, Task>> Follow() => [StepAsync];

        private async Task StepAsync(CancellationToken cancellation)
        {
            try
            {
                await cursor.WaitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                rests.TrySetResult();
                throw;
            }

            if (Breaks)
            {
                HasFailed = true;
                throw new InvalidOperationException("The loop stumbles");
            }

            await (held?.Task ?? Task.CompletedTask);
            Shown += (await cursor.ReadAsync()).Count;
            StateHasChanged();
        }
    }
}
