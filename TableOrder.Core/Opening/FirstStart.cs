using TableOrder.Core.Access;
using TableOrder.Core.Demo;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Opening;

/// <summary>What an empty database is seeded with. From then on the database rules.</summary>
public sealed record FirstStartOptions
{
    /// <summary>The name; null: the demo's.</summary>
    public string? Name { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "KRW";

    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "Asia/Seoul";

    /// <summary>Local time, HH:mm.</summary>
    public TimeOnly BusinessDayStartsAt { get; init; } = new(5, 0);

    /// <summary>Two-letter codes.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["ko", "en"];

    /// <summary>Whether the demo restaurant's menu and tables come with it.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>The manager's password; null: generated.</summary>
    public string? ManagerPassword { get; init; }

    /// <summary>The kitchen's PIN; null: generated.</summary>
    public string? KitchenPin { get; init; }
}

/// <summary>Credentials that were generated and are told this one time.</summary>
/// <param name="ManagerPassword">Null where the configuration gave it.</param>
/// <param name="KitchenPin">Null where the configuration gave it.</param>
public sealed record GeneratedCredentials(string? ManagerPassword, string? KitchenPin);

/// <summary>Seeds an empty database in one transaction: settings, the first accounts and, if wished, the demo restaurant.</summary>
public sealed class FirstStart
{
    private readonly Writer writer;

    internal FirstStart(Writer writer) => this.writer = writer;

    /// <summary>Seeds if there is no staff yet; null where there is: nothing is read from the configuration then.</summary>
    public async Task<GeneratedCredentials?> RunAsync(FirstStartOptions options)
    {
        var (password, pin) = (options.ManagerPassword ?? Secret.MakePassword(), options.KitchenPin ?? Secret.MakePin());
        var seeded = await writer.RunAsync<bool>(tx => Seed(tx, options, password, pin));
        return seeded.Value
            ? new GeneratedCredentials(options.ManagerPassword is null ? password : null, options.KitchenPin is null ? pin : null)
            : null;
    }

    private static bool Seed(Tx tx, FirstStartOptions options, string password, string pin)
    {
        var db = tx.Session.Db;
        if (db.Set<StaffRow>().Any())
        {
            return false;
        }

        var demo = DemoRestaurant.Read();
        db.Add(
            new SettingsRow
            {
                Id = 1,
                Name = options.Name is { } name ? LocalText.Same(name) : demo.Name,
                Currency = options.Currency,
                TimeZone = options.TimeZone,
                BusinessDayStartsAt = options.BusinessDayStartsAt,
                Languages = options.Languages,
            }
        );
        db.Add(Staff(tx, "manager", password, Role.Manager));
        db.Add(Staff(tx, "kitchen", pin, Role.Kitchen));
        db.SaveChanges();
        if (options.Demo)
        {
            DemoRestaurant.Seed(tx, demo);
        }

        return true;
    }

    private static StaffRow Staff(Tx tx, string name, string secret, Role role) =>
        new()
        {
            Id = Guid.CreateVersion7(tx.Now),
            Name = name,
            PasswordHash = Secret.Hash(secret),
            Role = role,
            Stamp = Guid.NewGuid().ToString("N"),
        };
}
