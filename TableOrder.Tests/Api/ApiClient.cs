using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TableOrder.Tests.Api;

/// <summary>One caller of the API, with a token or without.</summary>
public sealed class ApiClient(Uri address, string? token = null) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(address, "/api/v1/"), Timeout = Timeout.InfiniteTimeSpan };

    public static async Task<ApiClient> StaffAsync(Uri address, string name, string password)
    {
        using var nobody = new ApiClient(address);
        var session = await nobody.PostAsync("sessions", new { name, password });
        return new ApiClient(address, session.Body.GetProperty("token").GetString());
    }

    /// <summary>A new guest at a table.</summary>
    public static async Task<ApiClient> GuestAsync(Uri address, string tableToken, string nickname = "민지")
    {
        using var nobody = new ApiClient(address);
        var seat = await nobody.PostAsync($"tables/{tableToken}/seating", new { nickname });
        return new ApiClient(address, seat.Body.GetProperty("token").GetString());
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, object? body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body is null ? null : Json(JsonSerializer.Serialize(body)), headers);

    public Task<Answer> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, Json(JsonSerializer.Serialize(body)));

    /// <summary>Sends an order under a key.</summary>
    public Task<Answer> PlaceAsync(object order, Guid? key = null) => PostAsync("orders", order, ("Idempotency-Key", $"{key ?? Guid.NewGuid()}"));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, headers);
        request.Content = body;
        using var response = await http.SendAsync(request).WaitAsync(TimeSpan.FromSeconds(30));
        return await Answer.OfAsync(response);
    }

    /// <summary>Opens the event stream; the server has answered with its headers then.</summary>
    public async Task<EventReader> FollowAsync(string query = "", string? lastEventId = null)
    {
        using var request = Request(HttpMethod.Get, $"orders/stream{query}", lastEventId is null ? [] : [("Last-Event-ID", lastEventId)]);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(TimeSpan.FromSeconds(10));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        return new EventReader(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The log's position now.</summary>
    public async Task<long> SequenceAsync() => (await GetAsync("orders?limit=1")).Body.GetProperty("sequence").GetInt64();

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return request;
    }
}

/// <summary>What the API answered.</summary>
public sealed record Answer(HttpStatusCode Status, string? ContentType, HttpResponseHeaders Headers, string Text)
{
    public JsonElement Body => JsonDocument.Parse(Text).RootElement;

    public Guid Id => Body.GetProperty("id").GetGuid();

    public static async Task<Answer> OfAsync(HttpResponseMessage response) =>
        new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers, await response.Content.ReadAsStringAsync());

    /// <summary>It is a problem document with this status and code, and a sentence.</summary>
    public Answer ShouldBeProblem(int status, string code)
    {
        ((int)Status).Should().Be(status, "the answer was {0}", Text);
        ContentType.Should().Be("application/problem+json");
        Body.GetProperty("code").GetString().Should().Be(code);
        Body.GetProperty("status").GetInt32().Should().Be(status);
        Body.GetProperty("title").GetString().Should().Contain(" ").And.EndWith(".");
        return this;
    }
}
