using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.EndToEnd;
using TableOrder.Tests.Support;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.Soak;

/// <summary>
/// Three weeks of service, compressed, on screens that stay open, in a process of their own: what earlier tests left in this one is let go when it likes, by tens of megabytes,
/// and would be weighed with the circuits. SOAK_ORDERS=21000 is the long form (docs/reliability.md); without it there are a few orders a day.
/// What the screens hold at the end is compared with what they held after the first third, when all that is kept within bounds has filled.
/// </summary>
[Collection(Alone)]
public sealed class ThreeWeeksTests(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    /// <summary>It takes both cores for as long as it lasts: others would wait for their conditions too long.</summary>
    private const string Alone = "alone";

    /// <summary>Set in the environment of the process that does the work.</summary>
    private const string Inside = "SOAK_INSIDE";

    private const int Days = 21;
    private const int FewestOrders = 630;

    /// <summary>What a circuit's figure may wander between two measurements that are weeks apart: arrays that grew with the fullest evening stay grown.</summary>
    private const long CircuitMayWander = 600;

    private static readonly string[] Screens = ["/kitchen", "/kitchen/grill", "/expo"];

    /// <summary>It begins today: a browser would throw away a sign-in of another year.</summary>
    private readonly ManualTimeProvider clock = new() { Now = TimeProvider.System.GetUtcNow() };
    private readonly OpenCircuits circuits = new();

    private static int Orders =>
        int.TryParse(Environment.GetEnvironmentVariable("SOAK_ORDERS"), CultureInfo.InvariantCulture, out var orders) ? orders : FewestOrders;

    [SkippableFact]
    public async Task Screens_that_stay_open_for_three_weeks_hold_no_more_than_at_first_and_show_what_is()
    {
        Needs.Met(Browser.Missing, "REQUIRE_BROWSER");
        if (Environment.GetEnvironmentVariable(Inside) is null)
        {
            await RunInItsOwnProcessAsync();
            return;
        }

        await using var app = new HostedApp(clock, more: services => services.AddSingleton<CircuitHandler>(circuits));
        await using var staff = await browser.OpenAsync("ko", width: 1920, height: 1080);

        // At the page without a circuit: one that is left in the moment of its beginning is kept for minutes, as after a lost network.
        await (await staff.SignInAsync(app.Address, "manager", HostedApp.ManagerPassword, "/kitchen/plain")).CloseAsync();
        var truth = (await app.Services.GetRequiredService<AccessDesk>().TakeRoleAsync(Actor.System, Role.Kitchen, "test")).Value;
        var pages = await OpenAsync(app, staff);
        var footprints = new List<Footprint>();
        var placed = 0;

        for (var day = 1; day <= Days; day++)
        {
            placed += await app.ServeDayAsync(clock, Orders / Days);
            if (day is 3 or 10 or Days)
            {
                await ShowWhatIsAsync(app, pages, truth);
            }

            await app.CloseDayAsync(clock);
            if (day is Days / 3 or Days)
            {
                await Expect(pages[0].Locator(".ticket")).ToHaveCountAsync(0);
                footprints.Add(await Footprint.MeasureAsync(pages, circuits));
                output.WriteLine($"day {day}, {placed} orders: {footprints[^1]}");
            }
        }

        var (kept, fresh) = await CircuitsAsync(app, staff, pages);
        output.WriteLine($"{Screens.Length} circuits held {kept} KB after three weeks; as many new ones hold {fresh} KB");
        staff.Errors.Should().BeEmpty();
        var (first, last) = (footprints[0], footprints[^1]);
        placed.Should().BeGreaterThanOrEqualTo(Orders - Days);
        last.Nodes.Should().BeLessThan(first.Nodes * 12 / 10);
        last.Listeners.Should().BeLessThan(first.Listeners * 12 / 10);
        last.Circuits.Should().Be(Screens.Length, "nothing was reloaded and nothing was left behind");
        last.Handles.Should().BeLessThanOrEqualTo(first.Handles + 5);
        last.Timers.Should().BeLessThanOrEqualTo(first.Timers + 5);
        kept.Should().BeLessThan(fresh + CircuitMayWander);
    }

    private async Task RunInItsOwnProcessAsync()
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(
            "dotnet",
            [
                "vstest",
                typeof(ThreeWeeksTests).Assembly.Location,
                $"--TestCaseFilter:FullyQualifiedName~{nameof(ThreeWeeksTests)}",
                "--logger:console;verbosity=detailed",
            ]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { [Inside] = "1" },
        };
        process.Start();
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        // Not the exit code: that is 0 as well where no test was found or it was skipped.
        var passed = $"  Passed {typeof(ThreeWeeksTests).FullName}.";
        told.Should().Contain(passed);
        // What its server said comes before and its own sums last, which would be counted with ours.
        output.WriteLine(told[told.LastIndexOf(passed, StringComparison.Ordinal)..].Split("Total tests")[0]);
    }

    private static async Task<List<IPage>> OpenAsync(HostedApp app, BrowserContext staff)
    {
        var pages = new List<IPage>();
        foreach (var screen in Screens)
        {
            var page = await staff.GoAsync(new Uri(app.Address, screen).AbsoluteUri);
            await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
            // The driver's own listeners come with the first function it waits for: on an evening with one page that would be after the first measurement.
            await page.WaitForFunctionAsync("() => true");
            pages.Add(page);
        }

        return pages;
    }

    private static async Task ShowWhatIsAsync(HostedApp app, List<IPage> pages, Actor truth)
    {
        var reader = app.Services.GetRequiredService<OrderReader>();
        IReadOnlyList<Order>[] expected =
        [
            (await reader.KitchenAsync(truth, null)).Value.Items,
            (await reader.KitchenAsync(truth, "grill")).Value.Items,
            (await reader.ExpoAsync(truth)).Value.Items,
        ];
        foreach (var (page, orders) in pages.Zip(expected))
        {
            var numbers = orders.Select(order => $"#{order.Number}").ToList();
            await page.BringToFrontAsync();
            (await KitchenPages.ReadAsync(page, seen => seen.Count == numbers.Count && numbers.TrueForAll(seen.ContainsKey)))
                .Keys.Should()
                .BeEquivalentTo(numbers);
        }
    }

    /// <summary>What the circuits hold, told by closing them; and what as many fresh ones hold.</summary>
    private async Task<(long Kept, long Fresh)> CircuitsAsync(HostedApp app, BrowserContext staff, List<IPage> pages)
    {
        var open = await Footprint.HeapAsync();
        await CloseAsync(pages);
        var without = await Footprint.HeapAsync();
        var again = await OpenAsync(app, staff);
        var fresh = await Footprint.HeapAsync() - without;
        await CloseAsync(again);
        return (open - without, fresh);
    }

    private async Task CloseAsync(List<IPage> pages)
    {
        foreach (var page in pages)
        {
            await page.CloseAsync(new PageCloseOptions { RunBeforeUnload = false });
        }

        while (circuits.Count > 0)
        {
            await Task.Delay(100);
        }
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneInTheProcess;
}
