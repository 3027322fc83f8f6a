using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Opening;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;
using TableOrder.Core.Storage.Sqlite;

namespace TableOrder.Tests.Support;

/// <summary>The demo restaurant on a real SQLite file of its own, its feed running, nobody simulated. The one host of Core's tests.</summary>
public sealed class TestHouse : IAsyncLifetime, IAsyncDisposable
{
    public const string Password = "open-sesame";
    public const string Pin = "135790";
    private static readonly Lazy<Task<byte[]>> Seeded = new(SeedAsync);
    private readonly string folder = Directory.CreateTempSubdirectory("tableorder-test").FullName;
    private readonly ServiceProvider services;

    public TestHouse()
        : this(null) { }

    /// <param name="heard">Hears each statement as SQLite begins it; null: nobody listens. Not public: a class fixture may have one public constructor only.</param>
    /// <param name="kitchen">How the kitchen works; null: with an expo.</param>
    /// <param name="seating">How guests are seated; null: the first one opens the table.</param>
    /// <param name="providers">By whom guests can pay; null: nobody.</param>
    internal TestHouse(
        Action<string>? heard,
        KitchenOptions? kitchen = null,
        SeatingOptions? seating = null,
        IEnumerable<IPaymentProvider>? providers = null
    )
    {
        File = Path.Combine(folder, "t.db");
        services = Build(File, Clock, kitchen, seating, providers);
        ((SqliteDatabase)Get<IDatabase>()).Trace = heard;
    }

    /// <summary>A house where nobody stands at the pass: the last station's bump serves.</summary>
    internal static TestHouse WithoutExpo() => new(heard: null, new KitchenOptions(Expo: false));

    /// <summary>A house where staff opens the tables.</summary>
    internal static TestHouse WhereStaffOpens() => new(heard: null, seating: new SeatingOptions(TableOpening.Staff));

    public string File { get; }
    public ManualTimeProvider Clock { get; } = new();
    public Actor Manager { get; private set; } = null!;
    public Actor Kitchen { get; private set; } = null!;
    public Actor Floor { get; } = new(Role.Floor, Guid.CreateVersion7(), "floor", "phone");

    public OrderDesk Orders => Get<OrderDesk>();
    public OrderReader OrderReader => Get<OrderReader>();
    public MenuDesk MenuDesk => Get<MenuDesk>();
    public MenuReader MenuReader => Get<MenuReader>();
    public SeatingDesk Seatings => Get<SeatingDesk>();
    public ClosingDesk Closing => Get<ClosingDesk>();
    public MovingDesk Moving => Get<MovingDesk>();
    public PaymentDesk Payments => Get<PaymentDesk>();
    public ProviderDesk Providers => Get<ProviderDesk>();
    public ProviderNewsDesk News => Get<ProviderNewsDesk>();
    public BillReader Bills => Get<BillReader>();
    public CallDesk CallDesk => Get<CallDesk>();
    public CallReader Calls => Get<CallReader>();
    public TableDesk TableDesk => Get<TableDesk>();
    public SeatingReader Tables => Get<SeatingReader>();
    public AccessDesk AccessDesk => Get<AccessDesk>();
    public AccessReader AccessReader => Get<AccessReader>();
    public StatisticsReader Statistics => Get<StatisticsReader>();
    public OrderFeed Feed => Get<OrderFeed>();
    public Topics Topics => Get<Topics>();
    internal Writer Writer => Get<Writer>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public object Get(Type door) => services.GetRequiredService(door);

    public async Task InitializeAsync()
    {
        await System.IO.File.WriteAllBytesAsync(File, await Seeded.Value);
        services.OpenDatabase();
        Manager = await StaffAsync(Role.Manager, "tablet");
        Kitchen = await StaffAsync(Role.Kitchen, "kitchen-1");
        await Feed.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Feed.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>A table as the manager sees it.</summary>
    public Task<TableView> TableAsync(int table) => TableAsync(Manager, table);

    /// <summary>A table as somebody sees it.</summary>
    public async Task<TableView> TableAsync(Actor actor, int table) =>
        (await Tables.TablesAsync(actor)).Value.Single(t => string.Equals(t.Name, $"{table}", StringComparison.Ordinal));

    /// <summary>A guest joins a table by its token.</summary>
    public async Task<Actor> SeatAsync(int table, string nickname = "민지") => (await JoinAsync((await TableAsync(table)).Token, nickname)).Value;

    /// <summary>A guest joins by a token or a code.</summary>
    public async Task<Outcome<Actor>> JoinAsync(string? token, string nickname = "준호", bool atTablet = false) =>
        (await Seatings.JoinAsync(Actor.Nobody, token, nickname, atTablet)).Then<Actor>(seat =>
            Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, "phone")
        );

    /// <summary>A waiter takes what is due and closes a seating.</summary>
    public async Task<Outcome<Guid>> CloseAsync(Guid seating, bool force = false)
    {
        if ((await Bills.GetAsync(Floor, seating)).Succeeded(out var bill, out _))
        {
            await PayAsync(seating, bill.Sums.Due);
        }

        return await Closing.CloseAsync(Floor, new CloseSeating(seating) { Force = force });
    }

    /// <summary>A waiter takes so much in cash; null where it is nothing.</summary>
    public async Task<Payment?> PayAsync(Guid seating, Money amount) =>
        amount > Money.Zero ? (await Payments.TakeAsync(Floor, new TakePayment(Guid.NewGuid(), seating, amount, Payment.Cash))).Value.Payment : null;

    /// <summary>A guest orders one of each dish.</summary>
    public async Task<Order> OrderAsync(Actor guest, params string[] dishes) =>
        (await Orders.PlaceAsync(guest, Cart([.. dishes.Select(dish => Line(dish))]))).Value.Order;

    /// <summary>A waiter orders one of each dish, the second in the second course and so on: they start held.</summary>
    public async Task<Order> OrderCoursesAsync(Actor guest, params string[] dishes) =>
        (await Orders.PlaceAsync(Floor, Cart([.. dishes.Select((dish, i) => Line(dish) with { Course = i })]) with { SeatingId = guest.SeatingId }))
            .Value
            .Order;

    /// <summary>The kitchen takes a step.</summary>
    public async Task<Order> StepAsync(Order order, LineStatus to, string? station = null, int? version = null) =>
        (await Orders.StepAsync(Kitchen, new StepOrder(order.Id, to) { Station = station, Version = version })).Value;

    /// <summary>A cart with a request id of its own.</summary>
    public static PlaceOrder Cart(params PlaceLine[] lines) => new(Guid.NewGuid(), lines);

    public MenuItem Dish(string name) =>
        Read(MenuSql.Load).Categories.SelectMany(c => c.Items).Single(item => string.Equals(item.Name.In("en"), name, StringComparison.Ordinal));

    /// <summary>A line with as few options as the dish allows.</summary>
    public PlaceLine Line(string name, int quantity = 1)
    {
        var dish = Dish(name);
        return new PlaceLine(dish.Id, quantity, [.. dish.ModifierGroups.SelectMany(g => g.Modifiers.Take(g.Min)).Select(m => m.Id)]);
    }

    /// <summary>A number straight from the database.</summary>
    public long Ask(string sql, params object?[] values) => Read(session => session.First(sql, row => row.Long(0), Values(values)));

    /// <summary>Changes rows behind everybody's back, but on the one connection that may write.</summary>
    public Task ExecuteAsync(string sql, params object?[] values) => Writer.RunAsync<int>(tx => tx.Session.Execute(sql, Values(values)));

    internal T Read<T>(Func<Session, T> query) => Get<ReadPool>().SnapshotAsync(query).GetAwaiter().GetResult();

    /// <summary>Core over a file, with a clock.</summary>
    internal static ServiceProvider Build(
        string file,
        TimeProvider clock,
        KitchenOptions? kitchen = null,
        SeatingOptions? seating = null,
        IEnumerable<IPaymentProvider>? providers = null
    )
    {
        var added = new ServiceCollection().AddSingleton(clock).AddLogging();
        foreach (var provider in providers ?? [])
        {
            added.AddSingleton(provider);
        }

        return added.AddTableOrderCore(new StorageOptions($"Data Source={file}"), kitchen, seating).BuildServiceProvider();
    }

    /// <summary>The first start is slow on purpose (passwords): it happens once, and every house begins with a copy of its file.</summary>
    private static async Task<byte[]> SeedAsync()
    {
        var seed = Directory.CreateTempSubdirectory("tableorder-seed").FullName;
        var file = Path.Combine(seed, "t.db");
        await using (var first = Build(file, new ManualTimeProvider()))
        {
            first.OpenDatabase();
            await first.GetRequiredService<FirstStart>().RunAsync(new FirstStartOptions { ManagerPassword = Password, KitchenPin = Pin }, _ => { });
        }

        var bytes = await System.IO.File.ReadAllBytesAsync(file);
        Directory.Delete(seed, recursive: true);
        return bytes;
    }

    private static Value[] Values(object?[] values) =>
        [
            .. values.Select(value =>
                value switch
                {
                    null => default,
                    string text => text,
                    Guid id => id,
                    DateOnly day => day,
                    DateTimeOffset time => time,
                    _ => (Value)Convert.ToInt64(value, CultureInfo.InvariantCulture),
                }
            ),
        ];

    private async Task<Actor> StaffAsync(Role role, string device) => (await AccessDesk.TakeRoleAsync(Actor.System, role, device)).Value;
}
