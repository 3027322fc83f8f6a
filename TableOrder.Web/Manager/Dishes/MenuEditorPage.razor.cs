using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Menu.Search;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager.Dishes;

/// <summary>The menu: categories, dishes and the choices they share.</summary>
public sealed partial class MenuEditorPage
{
    private EditedMenu menu = null!;
    private Guid? chosen;
    private string query = "";
    private bool isOptions;
    private bool showsArchived;
    private Editor editor;
    private Guid edited;
    private string? focus;
    private readonly Drops drops = new();

    private enum Editor
    {
        None,
        Dish,
        Group,
        Category,
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Own => MenuReader.Watched;

    [SupplyParameterFromQuery(Name = "view")]
    private string? View { get; set; }

    [Inject]
    private MenuEditReader Menu { get; set; } = null!;

    [Inject]
    private DishDesk Dishes { get; set; } = null!;

    [Inject]
    private MenuOrderDesk Order { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private MenuEditing Page => new(House, menu, IsBusy, CarryOutAsync, Actor, drops);

    private string Address => isOptions ? "/manager/menu?view=options" : "/manager/menu";

    private bool IsSearch => MenuSearch.IsQuery(query);

    private EditedCategory? Chosen =>
        menu.Category(chosen) is { } category && (showsArchived || !category.IsArchived)
            ? category
            : menu.Categories.FirstOrDefault(category => showsArchived || !category.IsArchived);

    private int Archived =>
        isOptions
            ? menu.Groups.Count(group => group.IsArchived)
            : menu.Dishes.Count(dish => dish.IsArchived) + menu.Categories.Count(category => category.IsArchived);

    private List<EditedDish> Shown =>
        [
            .. (
                IsSearch ? MenuSearch.Over(menu.Whole).Find(query).Select(item => menu.Dish(item.Id)!)
                : Chosen is { } category ? menu.In(category.Id)
                : []
            ).Where(dish => dish.IsArchived == showsArchived),
        ];

    /// <summary>Something was dragged to another place.</summary>
    /// <param name="kind">"dish", "category" or "picked": a choice of the dish that is edited.</param>
    /// <param name="id">What.</param>
    /// <param name="from">The category in which a dish was.</param>
    /// <param name="to">The category in which it was dropped.</param>
    /// <param name="before">What shall follow it; null: it becomes the last.</param>
    [JSInvokable]
    public async Task MovedAsync(string kind, Guid id, Guid? from, Guid? to, Guid? before)
    {
        if (kind is "picked")
        {
            await drops.PickedAsync(id, before);
            return;
        }

        if (kind is "category")
        {
            await SayAsync(() => Order.MoveCategoryAsync(Actor, id, before), T["Moved", menu.Category(id)?.Name.Here() ?? ""]);
        }
        else if (from is { } seen && to is { } target)
        {
            await SayAsync(() => Order.MoveAsync(Actor, new MoveDish(id, seen, target, before)), T["Moved", menu.Dish(id)?.Draft.Name.Here() ?? ""]);
        }

        await ReadAsync();
        StateHasChanged();
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        isOptions |= menu is null && View is "options";
        await base.LoadAsync();
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var read = await Menu.GetAsync(Actor);
        if (read.Succeeded(out var now, out var ended))
        {
            menu = now;
        }
        else
        {
            Leave(ended.Code);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focus is { } place)
        {
            focus = null;
            await TellAsync("tableOrder.menuEditor.focus", place);
        }
    }

    private async Task<Refusal?> CarryOutAsync(Func<Task<Outcome<int>>> command)
    {
        Refusal? refusal = null;
        var why = await WhyNotAsync(async () =>
        {
            var answer = await command();
            refusal = answer.Refusal;
            await ReadAsync();
            return answer;
        });

        // An outage says a sentence and no code.
        return refusal ?? (why is null ? null : new Refusal(Refusal.Busy));
    }

    private void Tell(Refusal? refusal) => Refused = refusal is null ? null : Common.Of(refusal);

    private async Task ViewAsync(bool options)
    {
        (isOptions, query) = (options, "");
        await Browser.InvokeVoidAsync("tableOrder.address", Address);
    }

    private void Choose(Guid category) => (chosen, query) = (category, "");

    private void Open(Editor which, Guid id) => (editor, edited) = (which, id);

    private void CloseAsync()
    {
        // A new one is where one looks next.
        chosen = editor switch
        {
            Editor.Dish => menu.Dish(edited)?.Draft.CategoryId ?? chosen,
            Editor.Category when menu.Category(edited) is not null => edited,
            _ => chosen,
        };
        editor = Editor.None;
    }

    private int Place(EditedCategory category) => menu.Categories.ToList().IndexOf(category);

    private async Task MoveCategoryAsync(EditedCategory category, int by)
    {
        var others = menu.Categories.Where(other => other.Id != category.Id).ToList();
        await MovedAsync("category", category.Id, null, null, others.ElementAtOrDefault(Place(category) + by)?.Id);
        focus = by < 0 ? "[data-does=category-up]" : "[data-does=category-down]";
    }

    private async Task MoveByAsync(EditedDish dish, int by)
    {
        var others = Shown.Where(other => other.Id != dish.Id).ToList();
        var place = Shown.FindIndex(other => other.Id == dish.Id) + by;
        await MovedAsync("dish", dish.Id, dish.Draft.CategoryId, dish.Draft.CategoryId, others.ElementAtOrDefault(place)?.Id);
        focus = $"[data-dish='{dish.Id}'] [data-does={(by < 0 ? "up" : "down")}]";
    }

    private async Task RestoreAsync(EditedDish dish) => Tell(await CarryOutAsync(() => Dishes.RestoreAsync(Actor, dish.Id, dish.Version)));
}
