using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.RegularExpressions;
using TableOrder.Web.Payments;

namespace TableOrder.Tests.Support;

/// <summary>TableOrder.FakePay in a process of its own, with its knobs.</summary>
public sealed partial class FakeProvider : IAsyncLifetime
{
    public const string Key = "key-of-the-tests";
    public const string Secret = "whsec_VGhlIHRlc3RzIHNpZ24gd2l0aCB0aGlzIHNlY3JldC4=";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> output = new();
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private Process? process;

    /// <summary>Where it listens; the same when it is started again.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>What the app has to be configured with.</summary>
    internal RedirectOptions Options => new(Address.GetLeftPart(UriPartial.Authority), Key, WebhookSignature.ReadSecret(Secret)!);

    public Task InitializeAsync() => StartAgainAsync();

    /// <summary>Starts it on the same port as before; it has forgotten everything.</summary>
    public async Task StartAgainAsync()
    {
        var listens = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process?.Dispose();
        process = new Process { StartInfo = Command("--urls", Address.GetLeftPart(UriPartial.Authority)) };
        process.OutputDataReceived += (_, line) =>
        {
            output.Enqueue(line.Data ?? "");
            if (Listening().Match(line.Data ?? "") is { Success: true } match)
            {
                listens.TrySetResult(new Uri(match.Groups["url"].Value));
            }
        };
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            Address = await listens.Task.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException($"FakePay did not start:{Environment.NewLine}{string.Join(Environment.NewLine, output)}", late);
        }
    }

    /// <summary>Ends it at once: nobody listens there any more.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>The guest presses a button on its page; gives where they are sent.</summary>
    public async Task<Uri> DecideAsync(string checkout, bool pays = true)
    {
        using var form = new FormUrlEncodedContent([new("decision", pays ? "pay" : "decline")]);
        using var answer = await client.PostAsync(new Uri(checkout), form);
        return answer.Headers.Location!;
    }

    /// <summary>Its page, as a browser with such languages gets it.</summary>
    public async Task<string> PageAsync(string checkout, string languages)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, checkout);
        request.Headers.Add("Accept-Language", languages);
        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends messages about a payment, true or not; gives the statuses that the app answered.</summary>
    public async Task<int[]> SayAsync(
        Guid payment,
        string status,
        int times = 1,
        long? amount = null,
        string? currency = null,
        string? signedWith = null,
        double ageSeconds = 0
    )
    {
        using var answer = await client.PostAsJsonAsync(
            new Uri(Address, $"test/{payment}/webhook"),
            new
            {
                status,
                times,
                amount,
                currency,
                signedWith,
                ageSeconds,
            }
        );
        return (await answer.Content.ReadFromJsonAsync<int[]>())!;
    }

    /// <summary>Sends no messages by itself, or does again.</summary>
    public async Task BeSilentAsync(bool silent = true) => (await client.PostAsJsonAsync(new Uri(Address, "test/silence"), new { silent })).Dispose();

    /// <summary>The next answers of its API go wrong, although what was asked happens.</summary>
    public async Task AnswerAsync(int times = 1, double delaySeconds = 0, bool lose = false, int? status = null, string? body = null) =>
        (
            await client.PostAsJsonAsync(
                new Uri(Address, "test/answers"),
                new
                {
                    times,
                    delaySeconds,
                    lose,
                    status,
                    body,
                }
            )
        ).Dispose();

    /// <summary>How often its API was asked something, such as "POST /payments/ID/refunds".</summary>
    public async Task<int> CountAsync(string request) =>
        (await client.GetFromJsonAsync<string[]>(new Uri(Address, "test/requests")))!.Count(asked =>
            string.Equals(asked, request, StringComparison.Ordinal)
        );

    /// <summary>How much of a payment it has given back, in its own books.</summary>
    public async Task<long> GivenBackAsync(Guid payment) =>
        (await client.GetFromJsonAsync<Books>(new Uri(Address, $"test/{payment}")))!.Refunds.Sum(refund => refund.Amount);

    public async Task DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        process?.Dispose();
        client.Dispose();
    }

    private static ProcessStartInfo Command(params string[] settings)
    {
        var dll = typeof(FakeProvider)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => string.Equals(a.Key, "FakePay", StringComparison.Ordinal))
            .Value!;
        return new ProcessStartInfo(
            "dotnet",
            [dll, $"--FakePay:Key={Key}", $"--FakePay:Secret={Secret}", "--FakePay:Pauses=0.2,0.2,0.2", .. settings]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
    }

    [GeneratedRegex(@"Now listening on: (?<url>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();

    private sealed record Books(IReadOnlyList<GivenBack> Refunds);

    private sealed record GivenBack(Guid Id, long Amount);
}
