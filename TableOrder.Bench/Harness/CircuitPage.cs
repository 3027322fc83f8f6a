using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TableOrder.Bench.Harness;

/// <summary>What a browser takes out of a prerendered page before it opens a circuit.</summary>
/// <param name="Address">The page.</param>
/// <param name="Operations">Its interactive components, as the hub wants them told.</param>
/// <param name="State">What the prerender kept for the circuit; empty where it kept nothing.</param>
/// <param name="Connection">The hub's token for one connection.</param>
internal sealed partial record CircuitPage(Uri Address, string Operations, string State, string Connection)
{
    /// <summary>Loads a page as the client's user, and negotiates a connection.</summary>
    public static async Task<CircuitPage> LoadAsync(HttpClient client, Uri page)
    {
        var html = await client.GetStringAsync(page);
        var markers = Markers().Matches(html).Select(match => JsonNode.Parse(match.Groups["json"].Value)!).Where(IsServerComponent).ToList();
        if (markers.Count == 0)
        {
            throw new InvalidOperationException($"{page} has no interactive component: is the client signed in?");
        }

        var operations = markers.Select(
            (marker, i) =>
                new JsonObject
                {
                    ["type"] = "add",
                    ["ssrComponentId"] = i + 1,
                    ["marker"] = marker,
                }
        );
        var told = new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. operations]) };
        using var negotiated = await client.PostAsync(new Uri(page, "/_blazor/negotiate?negotiateVersion=1"), content: null);
        negotiated.EnsureSuccessStatusCode();
        var connection = (await negotiated.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("connectionToken").GetString()!;
        return new CircuitPage(page, told.ToJsonString(), KeptState().Match(html).Groups["state"].Value, connection);
    }

    private static bool IsServerComponent(JsonNode marker) => marker["descriptor"] is not null;

    [GeneratedRegex(@"<!--Blazor:(?<json>\{.*?\})-->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markers();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeptState();
}
