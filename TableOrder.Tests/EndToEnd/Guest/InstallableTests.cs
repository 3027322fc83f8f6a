using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Playwright;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using TableOrder.Web.Guest;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>The menu can be put on a device's start screen, as the restaurant's own app.</summary>
public sealed class InstallableTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>
{
    private static readonly byte[] Png = [0x89, .. "PNG"u8];

    [SkippableTheory]
    [InlineData("ko", "달빛식당")]
    [InlineData("en", "Moonlight Diner")]
    public async Task The_app_bears_the_restaurant_s_name_in_the_language_of_whoever_asks(string language, string name)
    {
        Needs.Met(Browser.Missing, "REQUIRE_BROWSER");
        using var http = new HttpClient { BaseAddress = house.Address };
        http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));

        using var answer = await http.GetAsync(new Uri(AppManifest.Path, UriKind.Relative));

        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/manifest+json");
        using var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        string? Of(string property) => manifest.RootElement.GetProperty(property).GetString();
        (Of("name"), Of("short_name"), Of("lang")).Should().Be((name, name, language));
        (Of("start_url"), Of("scope"), Of("display")).Should().Be(("/menu", "/", "fullscreen"));
        foreach (var icon in manifest.RootElement.GetProperty("icons").EnumerateArray())
        {
            await ShouldExistAsync(http, icon);
        }
    }

    [SkippableFact]
    public async Task Its_colours_are_the_grounds_of_the_pages()
    {
        Needs.Met(Browser.Missing, "REQUIRE_BROWSER");
        using var http = new HttpClient { BaseAddress = house.Address };

        var tokens = await http.GetStringAsync(new Uri("/tokens.css", UriKind.Relative));

        tokens.Should().Contain($"--ground: {AppManifest.Light}").And.Contain($"--ground: {AppManifest.Dark}");
    }

    [SkippableFact]
    public async Task Chromium_would_install_a_guest_s_page_and_no_other()
    {
        await using var phone = await browser.OpenPhoneAsync();
        var page = await phone.SitAtAsync(house, house.TablePath(await house.SeatAsync()), "/menu");
        var chromium = await page.Context.NewCDPSessionAsync(page);

        var manifest = (await chromium.SendAsync("Page.getAppManifest"))!.Value;
        manifest.GetProperty("url").GetString().Should().EndWith(AppManifest.Path);
        manifest.GetProperty("errors").GetArrayLength().Should().Be(0, manifest.ToString());
        var errors = (await chromium.SendAsync("Page.getInstallabilityErrors"))!.Value.GetProperty("installabilityErrors");

        // A window of the tests leaves no trace, and such a one installs nothing.
        errors.EnumerateArray().Select(error => error.GetProperty("errorId").GetString()).Should().BeSubsetOf(["in-incognito"]);
        await page.GotoAsync(new Uri(house.Address, "/login").AbsoluteUri);
        (await page.Locator("link[rel=manifest], meta[name=theme-color]").CountAsync()).Should().Be(0);
        phone.Errors.Should().BeEmpty();
    }

    /// <summary>The picture is there, as large as the manifest says.</summary>
    private static async Task ShouldExistAsync(HttpClient http, JsonElement icon)
    {
        using var answer = await http.GetAsync(new Uri(icon.GetProperty("src").GetString()!, UriKind.Relative));
        answer.Content.Headers.ContentType!.MediaType.Should().Be(icon.GetProperty("type").GetString());
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes.Length.Should().BeInRange(100, 20_000);
        if (icon.GetProperty("sizes").GetString() is var sizes and not "any")
        {
            // The header's first chunk tells width and height: https://www.w3.org/TR/png/#11IHDR
            bytes.Should().StartWith(Png);
            var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
            sizes.Should().Be($"{width}x{height}");
        }
    }
}
