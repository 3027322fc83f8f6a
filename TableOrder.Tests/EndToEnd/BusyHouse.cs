using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.EndToEnd;

/// <summary>A restaurant in full swing: every table has ordered, and table 1's guest too.</summary>
public sealed class BusyHouse : IAsyncLifetime
{
    /// <summary>The repository's folder.</summary>
    public static readonly string Root = RepositoryRoot();
    public static readonly string Pictures = Path.Combine(Root, "artifacts", "screens");
    private HostedApp? app;

    public Uri Address => app!.Address;

    public string TableLink { get; private set; } = "";

    /// <summary>Table 1's party on the floor.</summary>
    public string TablePage { get; private set; } = "";

    /// <summary>A table where nobody sits.</summary>
    public string FreeTablePage { get; private set; } = "";

    /// <summary>An order of table 1's, for the manager.</summary>
    public string OrderPage { get; private set; } = "";

    public string UnpaidLink { get; private set; } = "";

    /// <summary>The report of yesterday's drawer.</summary>
    public string CountedDayPage { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (Browser.Missing is not null)
        {
            return;
        }

        Directory.CreateDirectory(Pictures);
        app = new HostedApp();
        TableLink = await app.FillAsync(parties: 16, rounds: 40);
        await ServeOnceAsync(app.Services);
        UnpaidLink = await PayOnceAsync(app.Services);
        CountedDayPage = await CountAsync(app.Services);
        await CallAsync(app.Services);
        var tables = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value;
        TablePage = $"/floor/{tables[0].Seating!.Id}";
        var orders = app.Services.GetRequiredService<OrderReader>();
        OrderPage =
            $"/manager/orders/{(await orders.ListAsync(Actor.System, new OrderQuery { SeatingId = tables[0].Seating!.Id, OldestFirst = true, Limit = 1 })).Value.Items[0].Id}";
        FreeTablePage = $"/floor/{tables.First(table => table.Seating is null).Id}";
    }

    /// <summary>Table 1's party has something off and pays a part; gives the link of another that has paid nothing.</summary>
    private static async Task<string> PayOnceAsync(IServiceProvider services)
    {
        var staff = new Actor(Role.Manager, Guid.CreateVersion7(), "manager", "test");
        var tables = (await services.GetRequiredService<SeatingReader>().TablesAsync(staff)).Value;
        var (seating, desk) = (tables[0].Seating!.Id, services.GetRequiredService<PaymentDesk>());
        (await desk.DiscountAsync(staff, new GiveDiscount(seating, "늦어서 죄송해요") { Percent = 10 })).Refusal.Should().BeNull();
        var cash = new TakePayment(Guid.NewGuid(), seating, new Money(10000), Payment.Cash) { Tendered = new Money(50000) };
        (await desk.TakeAsync(staff, cash)).Refusal.Should().BeNull();
        return $"/t/{tables.Last(table => !table.IsCounter && table.Seating is { Sums.Due.Minor: > 0, Sums.Paid.Minor: 0 }).Token}";
    }

    /// <summary>Yesterday's drawer was short.</summary>
    private static async Task<string> CountAsync(IServiceProvider services)
    {
        var staff = new Actor(Role.Manager, Guid.CreateVersion7(), "manager", "test");
        var day = (await services.GetRequiredService<DayReportReader>().GetAsync(staff)).Value.Day.AddDays(-1);
        var count = new CountDay(
            day,
            new Money(100_000),
            new Money(99_500),
            new Money(100_000),
            "거스름돈을 잘못 드린 것 같아요. Change for table 7, probably."
        );
        (await services.GetRequiredService<DayReportDesk>().CountAsync(staff, count)).Refusal.Should().BeNull();
        return $"/manager/bills/day?day={day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}";
    }

    /// <summary>Table 1's guests call.</summary>
    private static async Task CallAsync(IServiceProvider services)
    {
        var table = (await services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value[0];
        var seat = (await services.GetRequiredService<SeatingDesk>().JoinAsync(Actor.Nobody, table.Token, "준호")).Value;
        var guest = Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, "test");
        const string Wish = "아기 의자 하나랑 앞접시 네 개 부탁드려요. And the bill in two parts later, please!";
        (await services.GetRequiredService<CallDesk>().CallAsync(guest, new CallStaff(CallKind.Other, Wish))).Refusal.Should().BeNull();
        (await services.GetRequiredService<CallDesk>().CallAsync(guest, new CallStaff(CallKind.Water))).Refusal.Should().BeNull();
    }

    /// <summary>Table 1's guest has eaten something before, too.</summary>
    private static async Task ServeOnceAsync(IServiceProvider services)
    {
        var (desk, reader) = (services.GetRequiredService<OrderDesk>(), services.GetRequiredService<OrderReader>());
        var staff = new Actor(Role.Manager, Guid.CreateVersion7(), "manager", "test");
        var table = (await services.GetRequiredService<SeatingReader>().TablesAsync(staff)).Value[0];
        var feast = (await reader.ListAsync(staff, new OrderQuery { TableId = table.Id })).Value.Items[0];
        var lines = feast.Lines.Select(line => new PlaceLine(line.MenuItemId, line.Quantity, [.. line.Modifiers.Select(option => option.Id)]));
        var again = (await desk.PlaceAsync(staff, new PlaceOrder(Guid.NewGuid(), [.. lines]) { SeatingId = feast.SeatingId })).Value.Order;
        foreach (var step in new[] { LineStatus.Placed, LineStatus.Ready, LineStatus.Served })
        {
            (await desk.StepAsync(staff, new StepOrder(again.Id, step))).Refusal.Should().BeNull();
        }
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TableOrder.Blazor.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
