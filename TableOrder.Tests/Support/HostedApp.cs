using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Demo;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Core.Storage;
using TableOrder.Core.Storage.Sqlite;

namespace TableOrder.Tests.Support;

/// <summary>The real app, listening, but in the test's own process: for tests that drive Core directly while browsers look on.</summary>
public sealed class HostedApp : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tableorder-hosted").FullName;
    private readonly WebApplicationFactory<Program> factory;
    private SimulatedHouse? simulated;

    /// <param name="clock">The server's clock; null: the real one.</param>
    /// <param name="heard">Hears each statement as SQLite begins it; null: nobody listens.</param>
    /// <param name="more">Services of the test's own beside the app's.</param>
    /// <param name="expo">Whether somebody serves at the pass; false: the last station's bump serves.</param>
    /// <param name="opening">Who opens a table.</param>
    /// <param name="past">A database to begin with a copy of; null: an empty one.</param>
    /// <param name="demo">Whether an empty one becomes the demo restaurant; false: a new owner's, without a table or a dish.</param>
    /// <param name="settings">What else is configured, by key; null: nothing.</param>
    public HostedApp(
        TimeProvider? clock = null,
        Action<string>? heard = null,
        Action<IServiceCollection>? more = null,
        bool expo = true,
        TableOpening opening = TableOpening.Automatic,
        string? past = null,
        bool demo = true,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        if (past is not null)
        {
            File.Copy(past, $"{folder}/t.db");
        }

        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("ConnectionStrings:TableOrder", $"Data Source={folder}/t.db");
            host.UseSetting("Setup:ManagerPassword", ManagerPassword);
            host.UseSetting("Urls", "http://127.0.0.1:0");
            host.UseSetting("Setup:KitchenPin", KitchenPin);
            host.UseSetting("Kitchen:Expo", expo ? "true" : "false");
            host.UseSetting("Demo:Enabled", demo ? "true" : "false");
            host.UseSetting("Guests:TableOpening", $"{opening}");
            foreach (var (key, value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
            {
                host.UseSetting(key, value);
            }

            // What a circuit whose page was torn off holds is held for as long, the app's own after its end, too.
            host.ConfigureServices(services =>
                services.Configure<CircuitOptions>(circuits => circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(5))
            );
            host.ConfigureServices(services => more?.Invoke(services));
            host.ConfigureServices(services =>
                services
                    .AddSingleton(clock ?? TimeProvider.System)
                    .AddSingleton<IDatabase>(_ => new SqliteDatabase(new StorageOptions($"Data Source={folder}/t.db")) { Trace = heard })
            );
        });
        factory.UseKestrel();
        factory.StartServer();
    }

    public static string ManagerPassword => "manager-password";

    public static string KitchenPin => "246810";

    public Uri Address => factory.ClientOptions.BaseAddress;

    public IServiceProvider Services => factory.Services;

    /// <summary>Seats parties, and table 1's guest, and lets them order; gives the path of table 1's link.</summary>
    public async Task<string> FillAsync(int parties, int rounds)
    {
        var house = House();
        var first = (await Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value[0];
        var seat = (await Services.GetRequiredService<SeatingDesk>().JoinAsync(Actor.Nobody, first.Token, "민지")).Value;
        for (var i = 0; i < parties; i++)
        {
            await house.SeatAsync();
        }

        for (var i = 0; i < rounds; i++)
        {
            await house.OrderAsync();
            await house.WorkAsync(0.05);
        }

        await OrderFeastAsync(Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, "test"));
        return $"/t/{first.Token}";
    }

    /// <summary>So many orders at full pace, by simulated guests, cooks and waiters.</summary>
    public async Task SimulateAsync(int orders)
    {
        var house = House();
        for (var placed = 0; placed < orders; )
        {
            await house.SeatAsync();
            placed += await house.OrderAsync() is null ? 0 : 1;
            await house.WorkAsync(0.3);
            await house.LeaveAsync(0.3);
        }
    }

    /// <summary>A day of service: so many orders, while the clock goes from opening to closing. Gives how many were placed.</summary>
    public async Task<int> ServeDayAsync(ManualTimeProvider clock, int orders)
    {
        var placed = 0;
        while (placed < orders)
        {
            await House().SeatAsync();
            placed += await House().OrderAsync() is null ? 0 : 1;
            await House().WorkAsync(0.3);
            await House().LeaveAsync(0.3);
            clock.Now += TimeSpan.FromHours(12) / orders;
        }

        return placed;
    }

    /// <summary>Everything is cooked, served and left; the clock goes on to the next opening.</summary>
    public async Task CloseDayAsync(ManualTimeProvider clock)
    {
        var manager = (await Services.GetRequiredService<AccessDesk>().TakeRoleAsync(Actor.System, Role.Manager, "test")).Value;
        while ((await Services.GetRequiredService<OrderReader>().OpenAsync(manager, 0)).Value.Items.Count > 0)
        {
            await House().WorkAsync(1);
        }

        await House().LeaveAsync(1);
        clock.Now += TimeSpan.FromHours(12);
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One for all calls: its parties sit at the tables and would leave none free for another's.</summary>
    private SimulatedHouse House() =>
        simulated ??= new SimulatedHouse(
            Services.GetRequiredService<OrderDesk>(),
            Services.GetRequiredService<OrderReader>(),
            Services.GetRequiredService<SeatingDesk>(),
            Services.GetRequiredService<ClosingDesk>(),
            Services.GetRequiredService<PaymentDesk>(),
            Services.GetRequiredService<BillReader>(),
            Services.GetRequiredService<SeatingReader>(),
            Services.GetRequiredService<MenuReader>(),
            new Random(7)
        );

    /// <summary>The dish with the longest name, with a long note: what layouts must bear.</summary>
    private async Task OrderFeastAsync(Actor guest)
    {
        var menu = (await Services.GetRequiredService<MenuReader>().GetAsync(guest)).Value.Menu;
        var feast = menu.Categories.SelectMany(category => category.Items).Where(item => !item.SoldOut).MaxBy(item => item.Name.In("en").Length)!;
        var chosen = feast.ModifierGroups.SelectMany(group => group.Modifiers.Take(group.Min)).Select(modifier => modifier.Id);
        var line = new PlaceLine(feast.Id, feast.MinQuantity, [.. chosen])
        {
            Note = "아이가 함께 먹으니 맵지 않게 해 주시고, 소스는 따로 담아 주세요. Please bring the sauces on the side, thank you very much!",
        };
        (await Services.GetRequiredService<OrderDesk>().PlaceAsync(guest, new PlaceOrder(Guid.NewGuid(), [line]))).Refusal.Should().BeNull();
    }
}
