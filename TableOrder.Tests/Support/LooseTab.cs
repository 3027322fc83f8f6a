using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace TableOrder.Tests.Support;

/// <summary>
/// A tab that nobody holds in the foreground. Playwright does so with all of its own, which are therefore never hidden and cannot be frozen;
/// this one is driven by the browser's own protocol, lies behind another tab when it is hidden, and sleeps as a tablet's does.
/// </summary>
public sealed class LooseTab : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private readonly Dictionary<int, TaskCompletionSource<JsonElement>> awaited = [];
    private readonly ICDPSession chromium;
    private readonly string context;
    private readonly string target;
    private readonly string session;
    private string? cover;
    private int sent;

    private LooseTab(ICDPSession chromium, string context, string target, string session)
    {
        (this.chromium, this.context, this.target, this.session) = (chromium, context, target, session);
        chromium.Event("Target.receivedMessageFromTarget").OnEvent += (_, told) => Hear(JsonDocument.Parse(Text(told, "message")).RootElement);
    }

    /// <summary>An empty tab in front of everything, with cookies of its own.</summary>
    public static async Task<LooseTab> OpenAsync(IBrowser browser)
    {
        var protocol = await browser.NewBrowserCDPSessionAsync();
        var cookies = Text(await protocol.SendAsync("Target.createBrowserContext"), "browserContextId");
        var tab = await CreateAsync(protocol, cookies);
        var attached = Text(await protocol.SendAsync("Target.attachToTarget", With(("targetId", tab), ("flatten", false))), "sessionId");
        return new LooseTab(protocol, cookies, tab, attached);
    }

    /// <summary>Signs somebody in as a person would; ends on the page asked for.</summary>
    public async Task SignInAsync(Uri address, string name, string password, string page)
    {
        await SendAsync("Page.navigate", new { url = new Uri(address, page).AbsoluteUri });
        await UntilAsync("document.querySelector('[name=password]')");
        await EvaluateAsync(
            $"for (const [name, text] of [['name', '{name}'], ['password', '{password}']]) document.querySelector(`[name=${{name}}]`).value = text; document.querySelector('form button').click()"
        );
        await UntilAsync($"location.pathname === '{page}'");
    }

    /// <summary>The value of an expression on the page.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new { expression, returnByValue = true });
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>Waits until a condition holds on the page, over reloads.</summary>
    public async Task UntilAsync(string condition)
    {
        var tried = Stopwatch.StartNew();
        while ((await EvaluateAsync($"!!({condition})")).ValueKind != JsonValueKind.True)
        {
            if (tried.Elapsed > Patience)
            {
                throw new TimeoutException($"It never came true: {condition}");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Puts another tab in front of it.</summary>
    public async Task HideAsync()
    {
        cover = await CreateAsync(chromium, context);
        await UntilAsync("document.hidden");
    }

    /// <summary>Brings it to the front again.</summary>
    public async Task ShowAsync()
    {
        await chromium.SendAsync("Target.activateTarget", With(("targetId", target)));
        await UntilAsync("!document.hidden");
        await chromium.SendAsync("Target.closeTarget", With(("targetId", cover!)));
    }

    /// <summary>Hides it and puts it to sleep: none of its scripts runs.</summary>
    public async Task FreezeAsync()
    {
        await HideAsync();
        await SendAsync("Page.setWebLifecycleState", new { state = "frozen" });
    }

    /// <summary>Wakes it; it is seen when it is shown.</summary>
    public Task ThawAsync() => SendAsync("Page.setWebLifecycleState", new { state = "active" });

    public async ValueTask DisposeAsync()
    {
        await chromium.SendAsync("Target.disposeBrowserContext", With(("browserContextId", context)));
        await chromium.DetachAsync();
    }

    private static async Task<string> CreateAsync(ICDPSession chromium, string context) =>
        Text(await chromium.SendAsync("Target.createTarget", With(("url", "about:blank"), ("browserContextId", context))), "targetId");

    private static Dictionary<string, object> With(params (string Name, object Value)[] arguments) =>
        arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);

    private static string Text(JsonElement? answer, string name) => answer!.Value.GetProperty(name).GetString()!;

    private async Task<JsonElement> SendAsync(string method, object arguments)
    {
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id;
        lock (awaited)
        {
            id = ++sent;
            awaited[id] = answer;
        }

        var message = JsonSerializer.Serialize(
            new
            {
                id,
                method,
                @params = arguments,
            }
        );
        await chromium.SendAsync("Target.sendMessageToTarget", With(("sessionId", session), ("message", message)));
        return await answer.Task.WaitAsync(Patience);
    }

    private void Hear(JsonElement message)
    {
        if (message.TryGetProperty("id", out var id))
        {
            lock (awaited)
            {
                if (awaited.Remove(id.GetInt32(), out var answer))
                {
                    // A page that is just being left answers with an error: the question is put again.
                    answer.SetResult(message.TryGetProperty("result", out var result) ? result : JsonDocument.Parse("""{"result":{}}""").RootElement);
                }
            }
        }
    }
}
