using System.Globalization;
using Microsoft.Data.Sqlite;
using TableOrder.Core;
using TableOrder.Core.Opening;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;
using TableOrder.Web.Layout;
using TableOrder.Web.Payments;

namespace TableOrder.Web.Start;

/// <summary>The configuration, checked: what is wrong stops the start with one line that says what to do.</summary>
internal sealed record Setup(
    StorageOptions Storage,
    string KeyFolder,
    FirstStartOptions FirstStart,
    bool Demo,
    bool Simulate,
    string? PublicUrl,
    KitchenOptions Kitchen,
    SeatingOptions Guests,
    RedirectOptions? Payments
)
{
    /// <summary>Whether links point to somewhere else than this machine.</summary>
    public bool IsPublic => PublicUrl is not null && !new Uri(PublicUrl).IsLoopback;

    /// <summary>What links begin with: the public address, else the one that was asked for.</summary>
    public string HomeOf(HttpRequest request) => PublicUrl ?? $"{request.Scheme}://{request.Host}{request.PathBase}";

    public static Setup Read(IConfiguration configuration)
    {
        var provider = configuration["Storage:Provider"] ?? "Sqlite";
        if (!string.Equals(provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new StorageException($"Storage:Provider is {provider}; this version stores in Sqlite only. Set Storage:Provider to Sqlite.");
        }

        CheckUrls(configuration["Urls"]);
        var connection = configuration.GetConnectionString("TableOrder") ?? "Data Source=data/tableorder.db";
        var demo = Flag(configuration, "Demo:Enabled", otherwise: true);
        return new Setup(
            new StorageOptions(connection),
            KeyFolderOf(connection),
            FirstStartOf(configuration, demo),
            demo,
            Flag(configuration, "Demo:Simulate", otherwise: false),
            PublicUrlOf(configuration),
            new KitchenOptions(Flag(configuration, "Kitchen:Expo", otherwise: true)),
            new SeatingOptions(OpeningOf(Given(configuration["Guests:TableOpening"]) ?? nameof(TableOpening.Automatic))),
            PaymentsOf(configuration)
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
            Currency = CurrencyOf(Given(configuration["Restaurant:Currency"]) ?? options.Currency),
            TimeZone = Zone(Given(configuration["Restaurant:TimeZone"]) ?? options.TimeZone),
            BusinessDayStartsAt = Time(Given(configuration["Restaurant:BusinessDayStartsAt"]) ?? "05:00"),
            Languages = Given(configuration["Restaurant:Languages"]) is { } languages ? LanguagesOf(languages) : options.Languages,
        };
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string CurrencyOf(string code) =>
        Currencies.Codes.Contains(code, StringComparer.Ordinal)
            ? code
            : throw new StorageException($"Restaurant:Currency {code} is unknown. Write one of {string.Join(", ", Currencies.Codes)}.");

    private static string[] LanguagesOf(string text)
    {
        var known = ScreenLanguages.Known();
        var asked = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return asked.Length > 0 && asked.All(language => known.Contains(language, StringComparer.Ordinal))
            ? [.. asked.Distinct(StringComparer.Ordinal)]
            : throw new StorageException($"Restaurant:Languages is {text}. Write some of {string.Join(",", known)}, the house language first.");
    }

    /// <summary>Looked at before anything is seeded: an address that is none would otherwise end the start with a stack trace.</summary>
    private static void CheckUrls(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                if (BindingAddress.Parse(url) is { Port: > ushort.MaxValue })
                {
                    throw new FormatException("There are 65535 ports.");
                }
            }
            catch (FormatException wrong)
            {
                throw new StorageException($"Urls {url} is not an address to listen on ({wrong.Message}) Write http://localhost:5080.", wrong);
            }
        }
    }

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

    private static TableOpening OpeningOf(string text) =>
        Enum.GetValues<TableOpening>().Where(way => string.Equals($"{way}", text, StringComparison.OrdinalIgnoreCase)).ToList() is [var opening]
            ? opening
            : throw new StorageException($"Guests:TableOpening is {text}. Write {string.Join(" or ", Enum.GetNames<TableOpening>())}.");

    private static string? PublicUrlOf(IConfiguration configuration) =>
        Given(configuration["Restaurant:PublicUrl"]) is not { } url ? null
        : Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? url.TrimEnd('/')
        : throw new StorageException($"Restaurant:PublicUrl {url} is not an address. Write http://HOST:PORT.");

    private static RedirectOptions? PaymentsOf(IConfiguration configuration)
    {
        var (url, key, secret) = (
            Given(configuration["Payments:Url"]),
            Given(configuration["Payments:Key"]),
            Given(configuration["Payments:Secret"])
        );
        if (url is null && key is null && secret is null)
        {
            return null;
        }

        if (url is null || key is null || secret is null)
        {
            throw new StorageException("Payments:Url, Payments:Key and Payments:Secret belong together. Set all three, or none.");
        }

        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address is not { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }
        )
        {
            throw new StorageException($"Payments:Url {url} is not the address of an API. Write https://HOST/PATH.");
        }

        return new RedirectOptions(
            url.TrimEnd('/'),
            key.All(char.IsAscii) && !key.Any(char.IsControl) ? key : throw new StorageException("Payments:Key has signs that no key has."),
            WebhookSignature.ReadSecret(secret)
                ?? throw new StorageException(
                    "Payments:Secret is not a webhook's secret. Write the base64 of 24 bytes or more, with or without whsec_."
                )
        );
    }
}
