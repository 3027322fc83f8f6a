using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TableOrder.Bench.Harness;

/// <summary>The real app in a process of its own, as it is shipped, with its own database and the demo restaurant.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    /// <summary>The kitchen's name and PIN in the login form.</summary>
    public const string KitchenName = "kitchen";
    public const string KitchenPin = "246810";

    private const string ManagerPassword = "manager-password";
    private readonly ChildProcess child;

    private ServerProcess(ChildProcess child, string folder, Uri address) => (this.child, Folder, Address) = (child, folder, address);

    /// <summary>Where it works; the database t.db is in here.</summary>
    public string Folder { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Its process.</summary>
    public ChildProcess Process => child;

    /// <summary>Starts it on a free port.</summary>
    /// <param name="folder">Where it works; made where it does not exist. A database t.db that is there already is used.</param>
    /// <param name="settings">More of the app's settings: "--Demo:Simulate=true".</param>
    public static async Task<ServerProcess> StartAsync(string folder, params string[] settings)
    {
        if (!string.Equals(Metadata("Configuration"), "Release", StringComparison.Ordinal))
        {
            Run.Say("This is not a Release build: its figures mean nothing.");
        }

        Directory.CreateDirectory(folder);
        string[] house =
        [
            Metadata("WebApp"),
            $"--Setup:ManagerPassword={ManagerPassword}",
            $"--Setup:KitchenPin={KitchenPin}",
            $"--ConnectionStrings:TableOrder=Data Source={Database(folder)}",
            "--urls",
            "http://127.0.0.1:0",
        ];
        var (child, sign) = await ChildProcess.StartAsync("dotnet", [.. house, .. settings], folder, Listening());
        return new ServerProcess(child, folder, new Uri(sign.Groups["url"].Value));
    }

    /// <summary>The database of an app that works in a folder.</summary>
    public static string Database(string folder) => Path.Combine(folder, "t.db");

    /// <summary>A client of the API, its address ending with /api/v1/, that carries the manager's token.</summary>
    public Task<HttpClient> ManagerAsync() => SignInAsync("manager", ManagerPassword);

    /// <summary>Likewise for the kitchen.</summary>
    public Task<HttpClient> KitchenAsync() => SignInAsync(KitchenName, KitchenPin);

    /// <summary>Likewise for a guest at the first table.</summary>
    public async Task<HttpClient> GuestAsync()
    {
        using var manager = await ManagerAsync();
        var tables = await manager.GetFromJsonAsync<JsonElement>("tables");
        var table = tables.EnumerateArray().Select(t => t.GetProperty("token").GetString()).First();
        return await CarryAsync($"tables/{table}/seating", new { nickname = "bench" });
    }

    public ValueTask DisposeAsync() => child.DisposeAsync();

    private Task<HttpClient> SignInAsync(string name, string password) => CarryAsync("sessions", new { name, password });

    private async Task<HttpClient> CarryAsync(string path, object body)
    {
        var client = new HttpClient { BaseAddress = new Uri(Address, "/api/v1/") };
        using var answer = await client.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static string Metadata(string key) =>
        typeof(ServerProcess)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => string.Equals(a.Key, key, StringComparison.Ordinal))
            .Value!;

    [GeneratedRegex(@"Now listening on: (?<url>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
