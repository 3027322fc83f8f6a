using System.Collections.Concurrent;
using System.Diagnostics;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TableOrder.Tests.Support;

/// <summary>Debian's Chromium, shared by all browser tests. Where it is missing they are skipped with the reason.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Chromium without the parts that only a desktop has: on two cores all these people's pages open in half the time.</summary>
    private const string Shell = "/usr/bin/chromium-headless-shell";

    /// <summary>All of it: it alone hides tabs and puts them to sleep.</summary>
    private const string Whole = "/usr/bin/chromium";
    private const float Patience = 20_000;
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

    /// <summary>Run in the page itself: the library's own way opens a browser window for each look, which costs more than the look.</summary>
    private const string Wcag22AA = """
        async () => (await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'],
        })).violations.map(({ id, help, nodes }) => `${id}: ${help} – ${nodes.slice(0, 3).map(node => node.html).join(' | ')}`)
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>One for all: a start costs seconds, and what is one person's no other sees.</summary>
    private static readonly Lazy<Task<IPlaywright>> Driver = new(DriveAsync);
    private static readonly Lazy<Task<IBrowser>> Shared = new(() => LaunchAsync(Shell));
    private static readonly Lazy<Task<IBrowser>> SharedWhole = new(() => LaunchAsync(Whole));
    private IBrowser? chromium;

    /// <summary>Why there is no browser; null where there is one.</summary>
    public static string? Missing { get; } =
        new[] { Shell, Whole }.FirstOrDefault(executable => !File.Exists(executable)) is { } missing ? $"{missing} is not installed" : null;

    public async Task InitializeAsync() => chromium = Missing is null ? await Shared.Value : null;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A browser of its own: cookies, storage, language and appearance are nobody else's. Its console errors are collected.</summary>
    public async Task<BrowserContext> OpenAsync(
        string language = "ko",
        ColorScheme scheme = ColorScheme.Light,
        int width = 1280,
        int height = 800,
        bool scripts = true,
        string? userAgent = null
    )
    {
        Needs.Met(Missing, "REQUIRE_BROWSER");
        var context = await chromium!.NewContextAsync(
            new BrowserNewContextOptions
            {
                Locale = language,
                ColorScheme = scheme,
                ViewportSize = new ViewportSize { Width = width, Height = height },
                ReducedMotion = ReducedMotion.Reduce,
                JavaScriptEnabled = scripts,
                UserAgent = userAgent,
            }
        );
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return new BrowserContext(context);
    }

    /// <summary>A guest's phone: small, and it says what it is.</summary>
    public Task<BrowserContext> OpenPhoneAsync(string language = "ko", ColorScheme scheme = ColorScheme.Light) =>
        OpenAsync(
            language,
            scheme,
            width: 390,
            height: 844,
            userAgent: "Mozilla/5.0 (Linux; Android 16; Phone) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"
        );

    /// <summary>A tab that can be hidden and put to sleep.</summary>
    public static async Task<LooseTab> OpenLooseAsync()
    {
        Needs.Met(Missing, "REQUIRE_BROWSER");
        return await LooseTab.OpenAsync(await SharedWhole.Value);
    }

    private static async Task<IPlaywright> DriveAsync()
    {
        var playwright = await Playwright.CreateAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => playwright.Dispose();
        return playwright;
    }

    private static async Task<IBrowser> LaunchAsync(string executable) =>
        await (await Driver.Value).Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Arguments });

    /// <summary>What violates WCAG 2.2 AA on the page as it stands.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string[]>(Wcag22AA);
    }
}

/// <summary>One person's browser.</summary>
public sealed class BrowserContext(IBrowserContext context) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> errors = new();

    /// <summary>What the console said in red, and what the page threw.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>Runs a script in every page before its own.</summary>
    public Task PrepareAsync(string script) => context.AddInitScriptAsync(script);

    public async Task<IPage> GoAsync(string address)
    {
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (string.Equals(message.Type, "error", StringComparison.Ordinal))
            {
                errors.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => errors.Enqueue(error);
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Signs a member of staff in through the form, as a person would; ends on the page asked for.</summary>
    public async Task<IPage> SignInAsync(Uri address, string name, string password, string page)
    {
        var opened = await GoAsync(new Uri(address, page).AbsoluteUri);
        await opened.FillAsync("[name=name]", name);
        await opened.FillAsync("[name=password]", password);
        await opened.ClickAsync("form button");
        await opened.ArriveAsync(page);
        return opened;
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}

internal static class Arrival
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Waits until a page of an address has loaded. Asked of the page itself: the driver may miss the event of one that loads while it begins to wait.
    /// Asked from here, again and again: where scripts are off the page's own timers and frames call nobody back.
    /// </summary>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await HasLoadedAsync(page, address))
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience)
            {
                throw new TimeoutException($"{address} has not loaded; this is {page.Url}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private static async Task<bool> HasLoadedAsync(IPage page, string address)
    {
        try
        {
            return await page.EvaluateAsync<bool>("address => location.href.endsWith(address) && document.readyState === 'complete'", address);
        }
        catch (PlaywrightException between) when (between.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
