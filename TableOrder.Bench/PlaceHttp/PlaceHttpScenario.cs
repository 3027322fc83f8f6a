using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.PlaceHttp;

/// <summary>POST /orders of the real app with everything on (tokens, keys, rules, statistics), against a bare endpoint that does the raw insert.</summary>
internal sealed partial class PlaceHttpScenario : IScenario
{
    private const int Connections = 64;
    private const int Carts = 32;

    public string Name => "place-http";

    public string What => "POST /orders with everything on, 64 connections : a bare endpoint that does the raw insert";

    public async Task RunAsync(Run run)
    {
        await using var server = await ServerProcess.StartAsync(Path.Combine(run.Folder, "ours"));
        using var manager = await server.ManagerAsync();
        var tokens = await GuestsAsync(manager);
        var bodies = await BodiesAsync(manager);
        using var ours = new HttpLoad(server.Address, "/api/v1/orders", tokens, bodies);
        await ours.RateAsync(TimeSpan.FromSeconds(1));

        var answer = Path.Combine(run.Folder, "answer");
        var body = Unchunked(ours.LastBody);
        await File.WriteAllBytesAsync(answer, body);
        var folder = Directory.CreateDirectory(Path.Combine(run.Folder, "raw")).FullName;
        var (child, sign) = await ChildProcess.StartPeerAsync(RawEndpoint.Peer, [folder, answer], folder, Listening());
        await using var _ = child;
        using var peer = new HttpLoad(new Uri(sign.Groups["url"].Value), "/", tokens, bodies);
        var figures = await Pairs.MeasureAsync(ours.RateAsync, peer.RateAsync, run.Quick ? Pairs.Fewest : 41, warmUp: TimeSpan.FromSeconds(3));
        if (!Unchunked(peer.LastBody).SequenceEqual(body))
        {
            throw new InvalidOperationException("The sides did not answer the same bytes.");
        }

        Run.Say($"{Connections} connections: {figures}");
        run.Report.Compare($"orders over HTTP, connections: {Connections}", figures, "orders/s", "bare endpoint with the raw insert", Bar.AtLeast(2));
    }

    private static async Task<IReadOnlyList<string>> GuestsAsync(HttpClient manager)
    {
        var tables = (await manager.GetFromJsonAsync<JsonElement>("tables")).EnumerateArray().Select(table => table.GetProperty("token")).ToList();
        using var nobody = new HttpClient { BaseAddress = manager.BaseAddress };
        var tokens = new List<string>();
        while (tokens.Count < Connections)
        {
            var joined = await nobody.PostAsJsonAsync(
                $"tables/{tables[tokens.Count % tables.Count]}/seating",
                new { nickname = $"guest {tokens.Count}" }
            );
            tokens.Add((await joined.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!);
        }

        return tokens;
    }

    /// <summary>Orders of three lines, as a page sends them, of dishes that cannot run out.</summary>
    private static async Task<IReadOnlyList<string>> BodiesAsync(HttpClient manager)
    {
        var menu = await manager.GetFromJsonAsync<JsonElement>("menu");
        var dishes = menu.GetProperty("categories")
            .EnumerateArray()
            .SelectMany(category => category.GetProperty("items").EnumerateArray())
            .Where(item => !item.GetProperty("soldOut").GetBoolean() && item.GetProperty("portionsLeft").ValueKind == JsonValueKind.Null)
            .Select(item => new
            {
                menuItemId = item.GetProperty("id").GetGuid(),
                quantity = item.GetProperty("minQuantity").GetInt32(),
                modifierIds = item.GetProperty("modifierGroups")
                    .EnumerateArray()
                    .SelectMany(group => group.GetProperty("modifiers").EnumerateArray().Take(group.GetProperty("min").GetInt32()))
                    .Select(modifier => modifier.GetProperty("id").GetGuid())
                    .ToList(),
                note = "덜 맵게 해 주세요",
            })
            .ToList();
        return
        [
            .. Enumerable
                .Range(0, Carts)
                .Select(i =>
                    JsonSerializer.Serialize(new { lines = Enumerable.Range(0, 3).Select(line => dishes[((i * 7) + (line * 19)) % dishes.Count]) })
                ),
        ];
    }

    /// <summary>A body without its headers' end and the marks of its chunks.</summary>
    private static byte[] Unchunked(byte[] body)
    {
        var (start, end) = (body.AsSpan().IndexOf((byte)'{'), body.AsSpan().LastIndexOf((byte)'}'));
        return body[start..(end + 1)];
    }

    [GeneratedRegex(@"Now listening on: (?<url>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
