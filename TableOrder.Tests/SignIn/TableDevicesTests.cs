using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core.Access;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;
using TableOrder.Web.SignIn;

namespace TableOrder.Tests.SignIn;

/// <summary>Which devices are taken for a table's own, and what that opens.</summary>
public sealed class TableDevicesTests
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 16; Phone) Mobile Safari/537.36";
    private const string Tablet = "Mozilla/5.0 (Linux; Android 16; Tablet) Safari/537.36";
    private static readonly Actor Floor = new(Role.Floor, Guid.CreateVersion7(), "floor", "phone");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_device_is_known_again_and_the_page_s_scripts_never_see_by_what(bool byStaff)
    {
        var devices = new TableDevices(new EphemeralDataProtectionProvider());
        var device = new TableDevice(TableToken.Make(), byStaff);

        var (cookie, attributes) = Remember(devices, device);

        devices.Of(With(cookie)).Should().Be(device);
        cookie.Should().NotContain(device.Token);
        attributes.Should().Contain("httponly").And.Contain("samesite=lax").And.Contain("max-age=");
    }

    [Theory]
    [InlineData("")]
    [InlineData("to_table=")]
    [InlineData("to_table=nonsense")]
    [InlineData("to_table=sAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_was_not_sealed_here_is_nobody_s_device(string cookie) =>
        new TableDevices(new EphemeralDataProtectionProvider()).Of(With(cookie)).Should().BeNull();

    [Theory]
    [InlineData(Tablet, true)]
    [InlineData(Phone, false)]
    public async Task Where_guests_open_the_tables_a_tablet_becomes_its_table_s_and_a_phone_never_does(string userAgent, bool expected)
    {
        await using var app = new HostedApp();
        var table = await TableAsync(app);

        var answer = await GoAsync(app, $"/t/{table.Token}", userAgent);

        answer.Location.Should().Be("/menu");
        answer.Cookies.Exists(IsDevice).Should().Be(expected);
    }

    [Fact]
    public async Task The_code_on_the_screen_makes_nothing_a_table_s_device()
    {
        await using var app = new HostedApp(opening: TableOpening.Staff);
        var opened = await OpenAsync(app);
        var code = (await app.Services.GetRequiredService<SeatingReader>().CodeAsync(Floor, opened)).Value.Code;

        var answer = await GoAsync(app, $"/t/{code}", Tablet);

        answer.Location.Should().Be("/menu");
        answer.Cookies.Should().NotContain(cookie => IsDevice(cookie));
    }

    [Theory]
    [InlineData(true, "/menu")]
    [InlineData(false, "/?why=table_closed")]
    public async Task Where_staff_opens_the_tables_only_a_tablet_that_staff_put_there_goes_on_by_the_printed_code(bool byStaff, string expected)
    {
        await using var app = new HostedApp(opening: TableOpening.Staff);
        var table = await TableAsync(app);
        var (cookie, _) = Remember(app.Services.GetRequiredService<TableDevices>(), new TableDevice(table.Token!, byStaff));
        (await GoAsync(app, $"/t/{table.Token}", Tablet, cookie)).Location.Should().Be("/?why=table_closed", "nobody has opened it");

        await OpenAsync(app);

        (await GoAsync(app, $"/t/{table.Token}", Tablet, cookie)).Location.Should().Be(expected);
    }

    [Fact]
    public async Task A_tablet_of_one_table_opens_no_other()
    {
        await using var app = new HostedApp(opening: TableOpening.Staff);
        var table = await TableAsync(app);
        await OpenAsync(app);
        var (cookie, _) = Remember(app.Services.GetRequiredService<TableDevices>(), new TableDevice(TableToken.Make(), ByStaff: true));

        (await GoAsync(app, $"/t/{table.Token}", Tablet, cookie)).Location.Should().Be("/?why=table_closed");
    }

    private static bool IsDevice(string cookie) => cookie.StartsWith("to_table=", StringComparison.Ordinal);

    private static async Task<TableView> TableAsync(HostedApp app) =>
        (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value[0];

    private static async Task<Guid> OpenAsync(HostedApp app) =>
        (await app.Services.GetRequiredService<SeatingDesk>().OpenAsync(Floor, (await TableAsync(app)).Id)).Value;

    private static async Task<(string? Location, List<string> Cookies)> GoAsync(HostedApp app, string path, string userAgent, string? cookie = null)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Address };
        browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.Headers.Location?.OriginalString, answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : []);
    }

    private static DefaultHttpContext With(string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;
        return context;
    }

    private static (string Cookie, string Attributes) Remember(TableDevices devices, TableDevice device)
    {
        var context = new DefaultHttpContext();
        devices.Remember(context, device);
        var set = context.Response.Headers.SetCookie.ToString().Split(';', 2);
        return (set[0], set[1]);
    }
}
