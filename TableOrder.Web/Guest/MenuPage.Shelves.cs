using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TableOrder.Core;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Search;
using TableOrder.Core.Seating;
using TableOrder.Core.Statistics;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Guest;

/// <summary>The menu's part of the page: what stands on it, what a search finds, what the table must not eat, and the sheet of a dish.</summary>
public sealed partial class MenuPage
{
    private IReadOnlyList<Guid> sellers = [];
    private IReadOnlyList<Shelf> shelves = [];
    private IReadOnlyList<MenuItem> found = [];
    private BrowserChoices? remembered;
    private List<string> spied = [];
    private string query = "";
    private string foundSaid = "";
    private int hidden;
    private bool allergiesOpen;

    [Inject]
    private IJSRuntime Device { get; set; } = null!;

    [Inject]
    private StatisticsReader Statistics { get; set; } = null!;

    private bool IsSearching => MenuSearch.IsQuery(query);

    /// <summary>What the table must not eat.</summary>
    private IReadOnlyList<string> Avoided => Seat!.Allergies;

    private string Heading(Shelf shelf) => shelf.Name?.Here() ?? T["Popular"];

    /// <inheritdoc/>
    protected override void OnInitialized() => remembered = new BrowserChoices(Device);

    /// <inheritdoc/>
    protected override Task TableChangedAsync()
    {
        Arrange();
        return ReadCartAsync();
    }

    private async Task RememberAsync()
    {
        await remembered!.ReadAsync();
        Arrange();
    }

    private void Search(string? typed)
    {
        query = typed ?? "";
        Arrange();
        foundSaid =
            !IsSearching ? ""
            : found.Count == 0 ? T["SearchNone", query.Trim()]
            : T["SearchFound", found.Count, query.Trim()];
    }

    /// <summary>Puts everything in its place again, after anything of it has changed.</summary>
    private void Arrange()
    {
        var left = remembered?.IsHiding == true ? Avoided : [];
        shelves = Shelf.Of(view!, sellers, left);
        found = [.. MenuSearch.Over(view!.Menu).Find(query).Where(dish => Allergens.Common(dish.Allergens, left).Count == 0)];
        hidden = view.Menu.Categories.SelectMany(category => category.Items).Count(dish => Allergens.Common(dish.Allergens, left).Count > 0);
    }

    /// <summary>The browser watches which shelf is in view; it is told when they are others.</summary>
    private async Task SpyAsync()
    {
        var now = shelves.Select(shelf => shelf.Id).ToList();
        if (!now.SequenceEqual(spied, StringComparer.Ordinal))
        {
            spied = now;
            await TellAsync("tableOrder.spy");
        }
    }

    private async Task AvoidAsync(ChangeAllergies change)
    {
        var changed = await TryAsync(() => SeatingDesk.ChangeAllergiesAsync(Acting, change with { SeatingId = Seat!.SeatingId }));
        if (changed.Refusal is { } refusal)
        {
            said = Common.Of(refusal);
        }

        if (await SitAsync() is not null)
        {
            Arrange();
        }
    }

    private async Task HideAsync(bool isHiding)
    {
        await remembered!.HideAsync(isHiding);
        Arrange();
    }

    private void Open(MenuItem dish)
    {
        // The card may be older than the menu for the length of a round trip.
        opened = IsGone(dish) ? null : view!.Menu.Item(dish.Id);
    }

    /// <summary>What somebody must not eat is looked at before it goes into the cart.</summary>
    private Task QuickAsync(MenuItem dish)
    {
        if (Allergens.Common(dish.Allergens, Avoided).Count == 0)
        {
            return QuickAddAsync(dish);
        }

        Open(dish);
        return Task.CompletedTask;
    }

    private async Task<string?> AddChosenAsync(AddToCart add)
    {
        var refused = await AddAsync(add);
        if (refused is null && view!.Menu.Item(add.MenuItemId) is { ModifierGroups.Count: > 0 })
        {
            await remembered!.KeepAsync(add.MenuItemId, add.Options);
        }

        return refused;
    }
}
