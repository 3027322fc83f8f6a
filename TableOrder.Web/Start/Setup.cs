using System.Globalization;
using Microsoft.Data.Sqlite;
using TableOrder.Core;
using TableOrder.Core.Opening;
using TableOrder.Core.Storage;

namespace TableOrder.Web.Start;

/// <summary>The configuration, checked: what is wrong stops the start with one line that says what to do.</summary>
internal sealed record Setup(StorageOptions Storage, string KeyFolder, FirstStartOptions FirstStart, bool Demo, bool Simulate, string? PublicUrl)
{
    public static Setup Read(IConfiguration configuration)
    {
        var provider = configuration["Storage:Provider"] ?? "Sqlite";
        if (!string.Equals(provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new StorageException($"Storage:Provider is {provider}; this version stores in Sqlite only. Set Storage:Provider to Sqlite.");
        }

        var connection = configuration.GetConnectionString("TableOrder") ?? "Data Source=data/tableorder.db";
        var demo = Flag(configuration, "Demo:Enabled", otherwise: true);
        return new Setup(
            new StorageOptions(connection),
            KeyFolderOf(connection),
            FirstStartOf(configuration, demo),
            demo,
            Flag(configuration, "Demo:Simulate", otherwise: false),
            PublicUrlOf(configuration)
        );
    }

    private static string KeyFolderOf(string connection)
    {
        try
        {
            var file = Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);
            return Path.Combine(Path.GetDirectoryName(file)!, "keys");
        }
        catch (ArgumentException wrong)
        {
            throw new StorageException($"ConnectionStrings:TableOrder is not understood ({wrong.Message}). Write Data Source=PATH.", wrong);
        }
    }

    private static FirstStartOptions FirstStartOf(IConfiguration configuration, bool demo)
    {
        var options = new FirstStartOptions
        {
            Name = Given(configuration["Restaurant:Name"]),
            Demo = demo,
            ManagerPassword = Given(configuration["Setup:ManagerPassword"]),
            KitchenPin = Given(configuration["Setup:KitchenPin"]),
        };
        return options with
        {
            Currency = Given(configuration["Restaurant:Currency"]) ?? options.Currency,
            TimeZone = Zone(Given(configuration["Restaurant:TimeZone"]) ?? options.TimeZone),
            BusinessDayStartsAt = Time(Given(configuration["Restaurant:BusinessDayStartsAt"]) ?? "05:00"),
            Languages =
                Given(configuration["Restaurant:Languages"])?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                ?? options.Languages,
        };
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string Zone(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out _)
            ? name
            : throw new StorageException($"Restaurant:TimeZone {name} is unknown here. Write an IANA name such as Asia/Seoul.");

    private static TimeOnly Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new StorageException($"Restaurant:BusinessDayStartsAt {text} is not a time. Write HH:mm, such as 05:00.");

    private static bool Flag(IConfiguration configuration, string key, bool otherwise) =>
        Given(configuration[key]) is not { } text ? otherwise
        : bool.TryParse(text, out var flag) ? flag
        : throw new StorageException($"{key} is {text}. Write true or false.");

    private static string? PublicUrlOf(IConfiguration configuration) =>
        Given(configuration["Restaurant:PublicUrl"]) is not { } url ? null
        : Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? url.TrimEnd('/')
        : throw new StorageException($"Restaurant:PublicUrl {url} is not an address. Write http://HOST:PORT.");
}
