using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Stations;

namespace TableOrder.Web.Manager.FirstRun;

/// <summary>The first set-up, step by step. Each step is kept as soon as it is sent; whoever leaves comes back to the first that is not done.</summary>
public sealed partial class SetupPage
{
    private static readonly TimeSpan UsualWarn = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UsualLate = TimeSpan.FromMinutes(8);
    private SetupStep step;
    private IReadOnlyList<TableView> tables = [];
    private EditedMenu menu = null!;
    private Guid? kitchen;
    private bool hasOwnSecret;
    private bool isCurrencyFixed;

    /// <summary>The step asked for; without it the first that is not done.</summary>
    [SupplyParameterFromQuery(Name = "step")]
    private string? Asked { get; set; }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Own =>
        [.. SettingsReader.Watched, .. MenuReader.Watched, SeatingDesk.TablesTopic, .. StaffReader.Watched];

    [Inject]
    private SettingsDesk SettingsDesk { get; set; } = null!;

    [Inject]
    private SettingsReader SettingsReader { get; set; } = null!;

    [Inject]
    private StaffDesk StaffDesk { get; set; } = null!;

    [Inject]
    private StaffReader StaffReader { get; set; } = null!;

    [Inject]
    private TableDesk TableDesk { get; set; } = null!;

    [Inject]
    private SeatingReader Seatings { get; set; } = null!;

    [Inject]
    private MenuEditReader Menu { get; set; } = null!;

    [Inject]
    private CategoryDesk Categories { get; set; } = null!;

    [Inject]
    private DishDesk Dishes { get; set; } = null!;

    [Inject]
    private StationDesk Stations { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        step =
            Enum.TryParse<SetupStep>(Asked, ignoreCase: true, out var asked) && Enum.IsDefined(asked)
                ? asked
                : Enum.GetValues<SetupStep>().First(one => one == SetupStep.Ready || !IsDone(one));
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        tables = (await Seatings.TablesAsync(Actor)).Value;
        menu = (await Menu.GetAsync(Actor)).Value;
        var staff = (await StaffReader.ListAsync(Actor)).Value;
        kitchen = staff.FirstOrDefault(account => account.Role == Role.Kitchen && account.DisabledAt is null)?.Id;
        hasOwnSecret = staff.Any(account => account.Id == Actor.Id && account.SecretSetAt is not null);
        isCurrencyFixed = (await SettingsReader.IsCurrencyFixedAsync(Actor)).Value;
    }

    private static string AddressOf(SetupStep step) => $"/setup?step={step.ToString().ToLowerInvariant()}";

    private bool IsDone(SetupStep one) =>
        one switch
        {
            SetupStep.House => House.Version > 1,
            SetupStep.Secrets => hasOwnSecret,
            SetupStep.Tables => tables.Count > 0,
            SetupStep.Menu => menu.Dishes.Any(dish => !dish.IsArchived),
            _ => !House.IsBeingSetUp,
        };

    private void Go(SetupStep to) => Navigation.NavigateTo(AddressOf(to), forceLoad: true);

    private async Task<string?> SaveHouseAsync(ChangeSettings change)
    {
        var saved = await TryAsync(() => SettingsDesk.ChangeAsync(Actor, change));
        if (saved.Refusal is { } refusal)
        {
            return T.Of(refusal, Common);
        }

        Go(SetupStep.Secrets);
        return null;
    }

    private async Task<string?> SetSecretAsync(Guid account, string secret) =>
        (await TryAsync(() => StaffDesk.ChangeAsync(Actor, new ChangeStaff(account) { Secret = secret }))).Refusal is { } refusal
            ? T.Of(refusal, Common)
            : null;

    private async Task<string?> AddTablesAsync(AddTables add)
    {
        var added = await TryAsync(() => TableDesk.AddAsync(Actor, add));
        await ReadAsync();
        return added.Refusal is { } refusal ? T.Of(refusal, Common) : null;
    }

    /// <summary>A dish under a heading of a name: where there is none yet, it is made; and where the kitchen has no station yet, it gets one, so that what is cooked is seen there.</summary>
    private async Task<string?> AddDishAsync(FirstDish dish)
    {
        var language = House.Languages[0];
        var category = menu
            .Categories.FirstOrDefault(one =>
                !one.IsArchived && string.Equals(one.Name.In(language), dish.Category, StringComparison.OrdinalIgnoreCase)
            )
            ?.Id;
        var done = await TryAsync(async () =>
        {
            if (category is null)
            {
                category = Guid.CreateVersion7();
                var made = await Categories.CreateAsync(Actor, category.Value, Text(language, dish.Category));
                if (made.Refusal is { } wrong)
                {
                    return wrong;
                }
            }

            var station = menu.Stations.Count > 0 ? menu.Stations[0].Slug : null;
            if (dish.IsCooked && station is null)
            {
                var added = await Stations.SetAsync(Actor, new SetStation(null, Text(language, T["KitchenStation"]), "🍳", UsualWarn, UsualLate));
                if (!added.Succeeded(out station, out var wrong))
                {
                    return wrong;
                }
            }

            return await Dishes.CreateAsync(
                Actor,
                dish.Id,
                new DishDraft
                {
                    CategoryId = category.Value,
                    Name = Text(language, dish.Name),
                    Price = dish.Price,
                    TaxRate = House.TaxRate,
                    Station = dish.IsCooked ? station : null,
                }
            );
        });
        await ReadAsync();
        return done.Refusal is { } refusal ? T.Of(refusal, Common) : null;
    }

    private async Task OpenAsync()
    {
        if (await SayAsync(() => SettingsDesk.ChangeAsync(Actor, new ChangeSettings(House.Version) { IsSetUp = true })))
        {
            Navigation.NavigateTo("/manager", forceLoad: true);
        }
    }

    private static LocalText Text(string language, string text) => new(new Dictionary<string, string>(StringComparer.Ordinal) { [language] = text });
}
