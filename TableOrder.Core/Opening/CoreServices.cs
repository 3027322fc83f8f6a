using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Carts;
using TableOrder.Core.Demo;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Menu.Files;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Core.Settings;
using TableOrder.Core.Stations;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;
using TableOrder.Core.Storage.Sqlite;

namespace TableOrder.Core.Opening;

/// <summary>Puts Core together: one writer, one pool of readers, and the Desks and Readers in front of them. All live as long as the app.</summary>
public static class CoreServices
{
    /// <summary>Adds Core. The database is opened by <see cref="OpenDatabase"/>, before anything else is asked for.</summary>
    public static IServiceCollection AddTableOrderCore(
        this IServiceCollection services,
        StorageOptions storage,
        KitchenOptions? kitchen = null,
        SeatingOptions? seating = null
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IDatabase>(_ => new SqliteDatabase(storage));
        services.AddSingleton(s => s.GetRequiredService<IDatabase>().Location);
        services.AddSingleton<CommitSignal>();
        services.AddSingleton<ReadPool>();
        services.AddSingleton<Writer>();

        // Internal constructors keep everybody else from building a door of their own.
        services.AddSingleton(s => new SettingsReader(s.GetRequiredService<ReadPool>(), s.GetRequiredService<CommitSignal>()));
        services.AddSingleton(s => new SettingsDesk(s.GetRequiredService<Writer>()));
        services.AddMenu();
        services.AddSingleton(s => new StationDesk(s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new KitchenScreenReader(s.GetRequiredService<ReadPool>()));
        services.AddSingleton(s => new KitchenScreenDesk(s.GetRequiredService<Writer>()));
        services.AddSeatings(seating ?? new SeatingOptions());
        services.AddOrders(kitchen ?? new KitchenOptions());
        services.AddBilling();
        services.AddSingleton(s => new StatisticsReader(
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<SettingsReader>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddAccess();
        services.AddSingleton(s => new Topics(
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<CommitSignal>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(s => new FirstStart(s.GetRequiredService<ReadPool>(), s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new OrderFeed(
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<CommitSignal>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<OrderFeed>>()
        ));
        services.AddHostedService(s => s.GetRequiredService<OrderFeed>());
        services.AddSingleton(s => new Health(
            s.GetRequiredService<IDatabase>(),
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<Writer>(),
            s.GetRequiredService<OrderFeed>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<Simulator>();
        services.AddHostedService(s => s.GetRequiredService<Simulator>());
        return services;
    }

    /// <summary>Who is who: sign-ins, accounts, devices, and what they did.</summary>
    private static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SlowHashing>();
        services.AddSingleton<Presence>();
        services.AddSingleton(s => new AccessReader(s.GetRequiredService<ReadPool>(), s.GetRequiredService<Presence>()));
        services.AddSingleton(s => new AccessDesk(
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<Writer>(),
            s.GetRequiredService<SignInThrottle>(),
            s.GetRequiredService<SlowHashing>()
        ));
        services.AddSingleton(s => new StaffReader(
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<Presence>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(s => new StaffDesk(
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<Writer>(),
            s.GetRequiredService<SlowHashing>()
        ));
        services.AddSingleton(s => new DeviceDesk(s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new JournalReader(s.GetRequiredService<ReadPool>()));
    }

    private static void AddSeatings(this IServiceCollection services, SeatingOptions options)
    {
        services.AddSingleton(s => new SeatingReader(s.GetRequiredService<ReadPool>(), options, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new SeatingDesk(s.GetRequiredService<Writer>(), options));
        services.AddSingleton(s => new TableDesk(s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new ClosingDesk(s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new MovingDesk(s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new CallDesk(s.GetRequiredService<Writer>(), s.GetRequiredService<SettingsReader>()));
        services.AddSingleton(s => new CallReader(
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<SettingsReader>(),
            s.GetRequiredService<TimeProvider>()
        ));
    }

    /// <summary>Bills and money. Providers are whatever <see cref="IPaymentProvider"/> the app adds.</summary>
    private static void AddBilling(this IServiceCollection services)
    {
        services.AddSingleton(s => new BillReader(
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<SettingsReader>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(s => new ProviderDesk(
            s.GetRequiredService<Writer>(),
            s.GetRequiredService<SettingsReader>(),
            s.GetServices<IPaymentProvider>()
        ));
        services.AddSingleton(s => new ProviderNewsDesk(
            s.GetRequiredService<Writer>(),
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<SettingsReader>(),
            s.GetServices<IPaymentProvider>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<ProviderNewsDesk>>()
        ));
        services.AddSingleton(s => new PaymentDesk(
            s.GetRequiredService<Writer>(),
            s.GetRequiredService<SettingsReader>(),
            s.GetRequiredService<ProviderNewsDesk>()
        ));
        services.AddSingleton(s => new DiscountDesk(s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new BillListReader(s.GetRequiredService<ReadPool>(), s.GetRequiredService<SettingsReader>()));
        services.AddSingleton(s => new DayReportDesk(s.GetRequiredService<Writer>(), s.GetRequiredService<SettingsReader>()));
        services.AddSingleton(s => new DayReportReader(
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<SettingsReader>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddHostedService(s => new ProviderPatrol(
            s.GetRequiredService<ProviderNewsDesk>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<ProviderPatrol>>()
        ));
    }

    /// <summary>Makes or checks the database and brings its schema up to date. Throws <see cref="StorageException"/> with one line for people.</summary>
    public static void OpenDatabase(this IServiceProvider services) => services.GetRequiredService<IDatabase>().Open();

    /// <summary>Orders, and the carts that become them.</summary>
    private static void AddOrders(this IServiceCollection services, KitchenOptions kitchen)
    {
        services.AddSingleton(s => new OrderReader(s.GetRequiredService<ReadPool>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new OrderHistoryReader(s.GetRequiredService<ReadPool>()));
        services.AddSingleton(s => new OrderDesk(
            s.GetRequiredService<Writer>(),
            s.GetRequiredService<MenuReader>(),
            s.GetRequiredService<SettingsReader>(),
            kitchen,
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(s => new CartReader(s.GetRequiredService<ReadPool>()));
        services.AddSingleton(s => new CartDesk(
            s.GetRequiredService<Writer>(),
            s.GetRequiredService<MenuReader>(),
            s.GetRequiredService<SettingsReader>(),
            s.GetRequiredService<OrderDesk>()
        ));
    }

    private static void AddMenu(this IServiceCollection services)
    {
        services.AddSingleton(s => new MenuReader(
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<SettingsReader>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(s => new PhotoReader(s.GetRequiredService<ReadPool>()));
        services.AddSingleton(s => new PhotoDesk(s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new MenuDesk(s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new MenuEditReader(
            s.GetRequiredService<ReadPool>(),
            s.GetRequiredService<SettingsReader>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(s => new DishDesk(s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new MenuImportDesk(s.GetRequiredService<ReadPool>(), s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new CategoryDesk(s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new ModifierGroupDesk(s.GetRequiredService<Writer>()));
        services.AddSingleton(s => new MenuOrderDesk(s.GetRequiredService<Writer>()));
    }
}
