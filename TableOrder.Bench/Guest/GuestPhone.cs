using System.Text.Json;
using Microsoft.Playwright;

namespace TableOrder.Bench.Guest;

/// <summary>A phone of 390 x 844 in a real Chromium, new for each view.</summary>
internal sealed class GuestPhone : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
    ];
    private readonly IPlaywright playwright;
    private readonly IBrowser chromium;

    private GuestPhone(IPlaywright playwright, IBrowser chromium) => (this.playwright, this.chromium) = (playwright, chromium);

    /// <summary>Why there is none here; null where there can be one.</summary>
    public static string? Missing => File.Exists(Executable) ? null : $"{Executable} is not installed";

    public static async Task<GuestPhone> OpenAsync()
    {
        var driver = await Playwright.CreateAsync();
        return new GuestPhone(
            driver,
            await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Arguments })
        );
    }

    /// <summary>Scans a table's code with nothing cached, and waits until the menu answers taps.</summary>
    /// <param name="wire">The network it is on.</param>
    /// <param name="table">The path of the table's link.</param>
    /// <param name="timesSlower">By how much the page's processor is slowed.</param>
    public async Task<FirstView> ViewAsync(CountedWire wire, string table, int timesSlower)
    {
        await using var context = await chromium.NewContextAsync(
            new BrowserNewContextOptions
            {
                Locale = "ko",
                ViewportSize = new ViewportSize { Width = 390, Height = 844 },
                DeviceScaleFactor = 2,
                IsMobile = true,
                HasTouch = true,
            }
        );
        var page = await context.NewPageAsync();
        var seen = new Seen();
        wire.Begin();
        var devtools = await context.NewCDPSessionAsync(page);
        devtools.Event("Network.responseReceived").OnEvent += (_, told) => seen.Answered(told!.Value);
        devtools.Event("Network.loadingFinished").OnEvent += (_, told) => seen.Finished(told!.Value);
        await devtools.SendAsync("Network.enable");
        await devtools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object>(StringComparer.Ordinal) { ["rate"] = timesSlower });
        await page.AddInitScriptAsync(
            """
            new MutationObserver((_, watch) => {
              if (!document.querySelector('.live[data-state=live]')) return;
              watch.disconnect();
              window.interactive = performance.now();
            }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] });
            """
        );

        await page.GotoAsync(new Uri(wire.Address, table).AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("() => window.interactive");
        var interactive = await page.EvaluateAsync<double>("interactive");
        var painted = await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? interactive");
        return seen.Sum(wire, painted, interactive);
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.CloseAsync();
        playwright.Dispose();
    }

    /// <summary>What the browser's own tools say of each answer.</summary>
    private sealed class Seen
    {
        private const string Photos = "photos";
        private readonly Lock gate = new();
        private readonly Dictionary<string, (string Kind, string Address)> answers = new(StringComparer.Ordinal);
        private readonly Dictionary<string, double> bytes = new(StringComparer.Ordinal);

        public void Answered(JsonElement told)
        {
            lock (gate)
            {
                answers[Id(told)] = (told.GetProperty("type").GetString()!, told.GetProperty("response").GetProperty("url").GetString()!);
            }
        }

        public void Finished(JsonElement told)
        {
            lock (gate)
            {
                var (kind, address) = answers.GetValueOrDefault(Id(told), ("Other", ""));
                kind = address.Contains("/photos/", StringComparison.Ordinal) ? Photos : kind;
                bytes[kind] = bytes.GetValueOrDefault(kind) + told.GetProperty("encodedDataLength").GetDouble();
            }
        }

        public FirstView Sum(CountedWire wire, double painted, double interactive)
        {
            lock (gate)
            {
                return new FirstView(wire.All - Of(Photos), Of("Document"), Of("Script"), Of("Stylesheet"), wire.Sockets, painted, interactive);
            }
        }

        private static string Id(JsonElement told) => told.GetProperty("requestId").GetString()!;

        private double Of(string kind) => bytes.GetValueOrDefault(kind);
    }
}
