using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Demo;
using TableOrder.Core.Opening;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Web.Start;

/// <summary>Opens the restaurant: database, first seed, and what the console tells the owner.</summary>
internal static partial class StartUp
{
    public static async Task OpenAsync(this WebApplication app, Setup setup)
    {
        app.Services.OpenDatabase();
        var database = app.Services.GetRequiredService<DatabaseLocation>();
        LogDatabase(app.Logger, database.Path);
        CheckKeys(app.Services, setup.KeyFolder);
        await app.Services.GetRequiredService<FirstStart>().RunAsync(setup.FirstStart, TellCredentials);
        app.Services.GetRequiredService<Simulator>().KeepsBusy = setup.Simulate;
        app.Lifetime.ApplicationStarted.Register(() => _ = TellLinksAsync(app, setup));
    }

    /// <summary>Without its keys the app would start and nobody could sign in.</summary>
    private static void CheckKeys(IServiceProvider services, string folder)
    {
        try
        {
            var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start");
            protector.Unprotect(protector.Protect("ready"));
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"{folder} cannot hold the keys that seal sign-ins: {fault.Message} Make it a folder that this user can write.",
                fault
            );
        }
    }

    private static void TellCredentials(GeneratedCredentials generated)
    {
        Console.WriteLine();
        Console.WriteLine("  First accounts, told this one time:");
        Console.WriteLine(
            generated.ManagerPassword is { } password ? $"    manager   {password}" : "    manager   the password from Setup:ManagerPassword"
        );
        Console.WriteLine(generated.KitchenPin is { } pin ? $"    kitchen   {pin}" : "    kitchen   the PIN from Setup:KitchenPin");
        Console.WriteLine();
        Console.Out.Flush();
    }

    private static async Task TellLinksAsync(WebApplication app, Setup setup)
    {
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        var home = setup.PublicUrl ?? Reachable(listening) ?? "http://localhost:5080";
        var tables = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value;
        var lines = new List<string> { $"    kitchen   {home}/kitchen", $"    manager   {home}/manager" };
        if ((await app.Services.GetRequiredService<SettingsReader>().GetAsync(Actor.System)).Value.IsBeingSetUp)
        {
            lines.Insert(0, $"    set-up    {home}/setup");
        }

        if (tables.Count > 0)
        {
            lines.Insert(0, string.Create(CultureInfo.InvariantCulture, $"    table {tables[0].Name, -3} {home}/t/{tables[0].Token}"));
        }

        Console.WriteLine(
            $"{Environment.NewLine}  TableOrder is open:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}{Environment.NewLine}"
        );
        if (new Uri(home).IsLoopback)
        {
            LogLoopback(app.Logger);
        }

        if (setup is { Payments: { } payments, IsPublic: false } && !new Uri(payments.Url).IsLoopback)
        {
            LogUnheard(app.Logger, payments.Url);
        }
    }

    /// <summary>An address to type: "all addresses of this machine" is none, but from here localhost is one of them.</summary>
    private static string? Reachable(string? listening) =>
        Uri.TryCreate(
            listening?.Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal),
            UriKind.Absolute,
            out var address
        )
            ? address.Host is "0.0.0.0" or "[::]"
                ? $"{address.Scheme}://localhost:{address.Port}"
                : address.GetLeftPart(UriPartial.Authority)
            : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is {Path}")]
    private static partial void LogDatabase(ILogger logger, string path);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Printed links point to this machine only. For tablets, start with --urls http://0.0.0.0:5080 and set Restaurant:PublicUrl to this machine's address on your network"
    )]
    private static partial void LogLoopback(ILogger logger);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Provider} has to reach this app to say who has paid: set Restaurant:PublicUrl to an address that it can reach. Until then it is asked every 15 seconds"
    )]
    private static partial void LogUnheard(ILogger logger, string provider);
}
