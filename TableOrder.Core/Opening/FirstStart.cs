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
    /// <summary>What a restaurant is called until it says its name.</summary>
    private const string Nameless = "TableOrder";

    private readonly ReadPool reads;
    private readonly Writer writer;

    internal FirstStart(ReadPool reads, Writer writer) => (this.reads, this.writer) = (reads, writer);

    /// <summary>
    /// Seeds if there is no staff yet; else nothing is read from the configuration. Generated credentials are told before they are stored:
    /// told twice after a crash they do no harm, never told they would lock the owner out.
    /// </summary>
    public async Task RunAsync(FirstStartOptions options, Action<GeneratedCredentials> tell)
    {
        if (await reads.ReadAsync(HasStaff))
        {
            return;
        }

        var (password, pin) = (options.ManagerPassword ?? Secret.MakePassword(), options.KitchenPin ?? Secret.MakePin());
        tell(new GeneratedCredentials(options.ManagerPassword is null ? password : null, options.KitchenPin is null ? pin : null));
        await writer.RunAsync<bool>(tx => Seed(tx, options, password, pin));
    }

    private static bool HasStaff(Session session) => session.First("SELECT 1 FROM staff LIMIT 1", row => row.Int(0)) == 1;

    private static bool Seed(Tx tx, FirstStartOptions options, string password, string pin)
    {
        var db = tx.Session.Db;
        if (HasStaff(tx.Session))
        {
            return false;
        }

        var demo = DemoRestaurant.Read();
        db.Add(
            new SettingsRow
            {
                Id = 1,
                Name =
                    options.Name is { } name ? LocalText.Same(name)
                    : options.Demo ? demo.Name
                    : LocalText.Same(Nameless),
                Currency = options.Currency,
                TimeZone = options.TimeZone,
                BusinessDayStartsAt = options.BusinessDayStartsAt,
                Languages = options.Languages,
                TaxRate = RestaurantSettings.UsualTaxRate,
                CallWithinSeconds = RestaurantSettings.UsualCallWithinSeconds,
                Version = 1,
                SetupPending = !options.Demo,
            }
        );
        db.Add(Staff(tx, "manager", password, Role.Manager, isChosen: options.ManagerPassword is not null));
        db.Add(Staff(tx, "kitchen", pin, Role.Kitchen, isChosen: options.KitchenPin is not null));
        db.SaveChanges();
        if (options.Demo)
        {
            DemoRestaurant.Seed(tx, demo);
        }

        return true;
    }

    private static StaffRow Staff(Tx tx, string name, string secret, Role role, bool isChosen) =>
        new()
        {
            Id = Guid.CreateVersion7(tx.Now),
            Name = name,
            PasswordHash = Secret.Hash(secret),
            Role = role,
            CreatedAt = tx.Now,
            SecretSetAt = isChosen ? tx.Now : null,
        };
}
