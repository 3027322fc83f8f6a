using Microsoft.Playwright;
using TableOrder.Bench.Harness;
using TableOrder.Core.Stations;

namespace TableOrder.Bench.Kitchen;

/// <summary>A kitchen's page in a real Chromium on a screen of 1920 x 1080.</summary>
internal sealed class KitchenScreen : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";
    private const string Ticket = ".ticket[data-order]";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser chromium;
    private readonly PaintWatch watch = new();
    private IPage page = null!;

    private KitchenScreen(IPlaywright playwright, IBrowser chromium) => (this.playwright, this.chromium) = (playwright, chromium);

    /// <summary>Why there is none here; null where there can be one.</summary>
    public static string? Missing => File.Exists(Executable) ? null : $"{Executable} is not installed";

    /// <summary>How many changes of tickets were painted that nobody had asked for.</summary>
    public int Unasked => watch.Unasked;

    /// <summary>Signs in through the form, as a cook does, and opens the page of all stations.</summary>
    public static async Task<KitchenScreen> OpenAsync(ServerProcess server)
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Arguments });
        var screen = new KitchenScreen(driver, browser);
        try
        {
            await screen.SignInAsync(new Uri(server.Address, "/kitchen"));
            return screen;
        }
        catch
        {
            // Nobody would close it.
            await screen.DisposeAsync();
            throw;
        }
    }

    /// <summary>The orders whose tickets are in the page now.</summary>
    public async Task<IReadOnlySet<string>> ShownAsync()
    {
        var orders = await page.EvaluateAsync<string[]>($"() => [...document.querySelectorAll('{Ticket}')].map(ticket => ticket.dataset.order)");
        return orders.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The next change of an order's ticket, when it is painted. Asked for before the change is made.</summary>
    public Task<Painted> NextAsync(string order) => watch.NextAsync(order, Patience);

    /// <summary>How far the page's clock is ahead of this process's, in milliseconds: by the quickest of many questions, so to within half of what that took.</summary>
    public async Task<(double Ahead, double Within)> ClockAsync()
    {
        var answers = new List<(double Ahead, double Within)>();
        while (answers.Count < 50)
        {
            var asked = Milliseconds.Now;
            var told = await page.EvaluateAsync<double>("() => performance.timeOrigin + performance.now()");
            var half = (Milliseconds.Now - asked) / 2;
            answers.Add((told - asked - half, half));
        }

        return answers.MinBy(answer => answer.Within);
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.CloseAsync();
        playwright.Dispose();
    }

    private async Task SignInAsync(Uri address)
    {
        var size = new ViewportSize { Width = 1920, Height = 1080 };
        page = await chromium.NewPageAsync(new BrowserNewPageOptions { Locale = "ko", ViewportSize = size });
        page.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        await page.GotoAsync(address.AbsoluteUri);
        await page.FillAsync("[name=name]", ServerProcess.KitchenName);
        await page.FillAsync("[name=password]", ServerProcess.KitchenPin);
        await page.ClickAsync("form button");
        await page.WaitForURLAsync($"**{address.AbsolutePath}");
        await page.WaitForSelectorAsync(Ticket);
        await watch.ListenAsync(page);
    }
}
