using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;

namespace TableOrder.Tests.Support;

/// <summary>A house in full swing whose statements are heard, and a browser that is table 1's guest and the manager.</summary>
public partial class HeardHouse : IAsyncLifetime
{
    private readonly HttpClientHandler handler = new() { CookieContainer = new CookieContainer() };
    private HostedApp app = null!;

    public Statements Statements { get; } = new();

    public HttpClient Browser { get; private set; } = null!;

    /// <summary>One of its orders, the last that was placed.</summary>
    public Guid Order { get; private set; }

    /// <summary>What stands in a page's address for something of this house: its first order, that order's party, table and dish, and a day that was counted.</summary>
    public IReadOnlyDictionary<string, string> Named { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The database it begins with; null: the demo restaurant's, on its first day.</summary>
    private protected virtual Task<string?> PastAsync() => Task.FromResult<string?>(null);

    public async Task InitializeAsync()
    {
        app = new HostedApp(heard: Statements.Hear, past: await PastAsync());
        Browser = new HttpClient(handler) { BaseAddress = app.Address };
        await Browser.GetAsync(new Uri(await app.FillAsync(parties: 8, rounds: 20), UriKind.Relative));
        var orders = app.Services.GetRequiredService<OrderReader>();
        Order = (await orders.ListAsync(Actor.System, new OrderQuery { Limit = 1 })).Value.Items[0].Id;
        Named = await NameAsync((await orders.ListAsync(Actor.System, new OrderQuery { Limit = 1, OldestFirst = true })).Value.Items[0]);
        await SignInAsync();
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        handler.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>Opens a page in which {order}, {seating}, {table}, {item} and {day} stand for this house's; gives what it asked the database, and its text.</summary>
    public async Task<(IReadOnlyList<string> Asked, string Html)> OpenAsync(string page)
    {
        foreach (var (name, value) in Named)
        {
            page = page.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        Statements.Forget();
        var answer = await Browser.GetAsync(new Uri(page, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "{0}", page);
        return (Statements.Asked, html);
    }

    /// <summary>Somebody of table 1 calls, has paid a part and had something off; the last weeks' drawers are counted.</summary>
    private async Task<Dictionary<string, string>> NameAsync(Order first)
    {
        const int Counted = 20;
        var manager = (await app.Services.GetRequiredService<AccessDesk>().TakeRoleAsync(Actor.System, Role.Manager, "test")).Value;
        var table = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(manager)).Value[0];
        var seat = (await app.Services.GetRequiredService<SeatingDesk>().JoinAsync(Actor.Nobody, table.Token, "준호")).Value;
        var guest = Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, "test");
        (await app.Services.GetRequiredService<CallDesk>().CallAsync(guest, new CallStaff(CallKind.Water))).Refusal.Should().BeNull();
        var money = app.Services.GetRequiredService<PaymentDesk>();
        (await money.DiscountAsync(manager, new GiveDiscount(seat.SeatingId, "late") { Percent = 10 })).Refusal.Should().BeNull();
        var cash = new TakePayment(Guid.NewGuid(), seat.SeatingId, new Money(1000), Payment.Cash) { Tendered = new Money(5000) };
        (await money.TakeAsync(manager, cash)).Refusal.Should().BeNull();
        var (drawer, reports) = (app.Services.GetRequiredService<DayReportDesk>(), app.Services.GetRequiredService<DayReportReader>());
        var today = (await reports.GetAsync(manager)).Value.Day;
        for (var i = 1; i <= Counted; i++)
        {
            var expected = DayReportRule.Expected(Money.Zero, (await reports.GetAsync(manager, today.AddDays(-i))).Value.Totals.Moved);
            var count = new CountDay(today.AddDays(-i), Money.Zero, new Money(1), expected, "not what it should be");
            (await drawer.CountAsync(manager, count)).Refusal.Should().BeNull();
        }

        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["order"] = $"{first.Id}",
            ["seating"] = $"{first.SeatingId}",
            ["table"] = $"{first.TableId}",
            ["item"] = $"{first.Lines[0].MenuItemId}",
            ["day"] = today.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private async Task SignInAsync()
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_handler"] = "login",
            ["__RequestVerificationToken"] = Hidden().Match(await Browser.GetStringAsync("/login")).Groups["token"].Value,
            ["name"] = "manager",
            ["password"] = HostedApp.ManagerPassword,
            ["returnUrl"] = "/",
        };
        using var content = new FormUrlEncodedContent(form);
        await Browser.PostAsync(new Uri("/login", UriKind.Relative), content);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}

/// <summary>The same after a long past.</summary>
public sealed class OldHeardHouse : HeardHouse
{
    private protected override async Task<string?> PastAsync() => await LongPast.FileAsync();
}
