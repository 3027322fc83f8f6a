using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Tests.Support;
using TableOrder.Web.Live;

namespace TableOrder.Tests.Live;

public sealed class LivePageTests : HouseTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ApplicationLifetime app = new(NullLogger<ApplicationLifetime>.Instance);

    [Fact]
    public async Task A_guest_s_page_leaves_when_the_table_is_closed_and_the_circuit_goes_on_working()
    {
        await using var browser = Browser();
        var guest = await House.SeatAsync(7);
        var page = browser.Render<ProbePage>(p => p.Add(probe => probe.Who, guest));

        await House.CloseAsync(guest.SeatingId!.Value);
        using var patience = new CancellationTokenSource(Patience);
        while (!browser.JSInterop.Invocations["tableOrder.leave"].Any(leave => leave.Arguments[0] is "/?why=seating_closed"))
        {
            await Task.Delay(20, patience.Token);
        }

        await page.InvokeAsync(() => { }).WaitAsync(Patience);
    }

    [Fact]
    public async Task A_loop_that_fails_loads_again_and_goes_on()
    {
        await using var browser = Browser();
        var page = browser.Render<ProbePage>(p => p.Add(probe => probe.Who, House.Manager).Add(probe => probe.Failures, 1));

        page.WaitForState(() => page.Instance.Steps >= 1, Patience);

        page.Instance.Loads.Should().Be(2);
    }

    [Fact]
    public async Task A_disposed_page_ends_its_loops()
    {
        await using var browser = Browser();
        var page = browser.Render<ProbePage>(p => p.Add(probe => probe.Who, House.Manager));
        page.WaitForState(() => page.Instance.IsWaiting, Patience);

        await page.Instance.DisposeAsync();

        await page.Instance.Ended.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_command_that_breaks_is_a_refusal_that_the_page_can_say()
    {
        await using var browser = Browser();
        var page = browser.Render<ProbePage>(p => p.Add(probe => probe.Who, House.Manager));

        var answer = await page.InvokeAsync(() => page.Instance.PressAsync(() => throw new IOException("The disk is full")));

        answer.Refusal!.Code.Should().Be("internal");
    }

    [Fact]
    public async Task When_the_app_stops_the_loops_of_open_pages_end()
    {
        await using var browser = Browser();
        var page = browser.Render<ProbePage>(p => p.Add(probe => probe.Who, House.Manager));
        page.WaitForState(() => page.Instance.IsWaiting, Patience);

        app.StopApplication();

        await page.Instance.Ended.WaitAsync(Patience);
    }

    private BunitContext Browser()
    {
        var browser = new BunitContext();
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddSingleton(House.AccessReader);
        browser.Services.AddSingleton(House.Feed);
        browser.Services.AddSingleton<TimeProvider>(TimeProvider.System);
        browser.Services.AddSingleton<IHostApplicationLifetime>(app);
        browser.Services.AddLogging();
        browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return browser;
    }

    /// <summary>A live page that counts what its base does.</summary>
    private sealed class ProbePage : LivePage
    {
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        [Parameter]
        public Actor Who { get; set; } = Actor.Nobody;

        [Parameter]
        public int Failures { get; set; }

        public int Loads { get; private set; }

        public int Steps { get; private set; }

        public bool IsWaiting { get; private set; }

        public Task Ended => ended.Task;

        public Task<Outcome<int>> PressAsync(Func<Task<Outcome<int>>> command) => TryAsync(command);

        protected override Task LoadAsync()
        {
            Actor = Who;
            Loads++;
            return Task.CompletedTask;
        }

        protected override IEnumerable<Func<CancellationToken, Task>> Follow() => [StepAsync];

        private async Task StepAsync(CancellationToken cancellation)
        {
            if (Failures-- > 0)
            {
                throw new InvalidOperationException("The loop stumbles");
            }

            Steps++;
            IsWaiting = true;
            StateHasChanged();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            }
            finally
            {
                ended.TrySetResult();
            }
        }
    }
}
