using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

/// <summary>When something breaks inside, people see a page and machines a problem document, never a bare connection.</summary>
public sealed class BrokenHouseTests : IAsyncLifetime
{
    private const string SomeToken = "AAAAAAAAAAAAAAAAAAAAAA";
    private readonly RunningApp app = new();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.ExecuteAsync("ALTER TABLE tables RENAME TO gone");
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_broke_inside_is_told_as_a_page_or_a_problem()
    {
        using var http = new HttpClient { BaseAddress = app.Address };

        var page = await http.GetAsync($"/t/{SomeToken}");
        var problem = await http.PostAsJsonAsync($"/api/v1/tables/{SomeToken}/seating", new { });

        page.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await page.Content.ReadAsStringAsync()).Should().Contain("<h1").And.NotContain("SqliteException");
        problem.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        problem.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await problem.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().Should().Be("internal");
    }
}
