using Microsoft.AspNetCore.Components;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Guest;

/// <summary>Lets a guest choose about one dish; what is missing is said in words, and nothing is added before it is there.</summary>
public sealed partial class OptionSheet : ComponentBase
{
    private readonly Dictionary<Guid, ElementReference> inputs = [];
    private Sheet sheet = null!;
    private DishChoice choice = null!;
    private bool asked;
    private string? refused;
    private Guid? focusOn;

    /// <summary>The dish as it is now: it may change while the sheet is open.</summary>
    [Parameter, EditorRequired]
    public MenuItem Dish { get; set; } = null!;

    /// <summary>How many are left, where they are counted.</summary>
    [Parameter]
    public int? Left { get; set; }

    /// <summary>It sold out or left the menu while the sheet was open.</summary>
    [Parameter]
    public bool IsOut { get; set; }

    /// <summary>The currency of its prices.</summary>
    [Parameter, EditorRequired]
    public string Currency { get; set; } = "";

    /// <summary>Puts it into the cart; gives the sentence that says why it could not, and then the sheet stays with all that was chosen.</summary>
    [Parameter, EditorRequired]
    public Func<AddToCart, Task<string?>> Add { get; set; } = null!;

    /// <summary>The sheet is gone, whether something was added or not.</summary>
    [Parameter]
    public EventCallback OnClosed { get; set; }

    private string Said =>
        IsOut ? T["DishGone"]
        : asked && choice.Missing.Any() ? T["Missing", string.Join(", ", choice.Missing.Select(group => group.Name.Here()))]
        : refused ?? "";

    /// <inheritdoc/>
    protected override void OnParametersSet() => choice = choice is null ? new DishChoice(Dish, Left) : choice.Now(Dish, Left);

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focusOn is { } option)
        {
            focusOn = null;
            await inputs[option].FocusAsync();
        }
    }

    private bool IsMissing(ModifierGroup group) => asked && choice.Missing.Contains(group);

    private string Rule(ModifierGroup group) =>
        group switch
        {
            { Min: 0 } => T["ChooseUpTo", group.Max],
            _ when group.Min == group.Max => T["ChooseExactly", group.Min],
            _ => T["ChooseBetween", group.Min, group.Max],
        };

    private void Choose(ModifierGroup group, Modifier option, ChangeEventArgs change) =>
        choice = change.Value is false ? choice.Drop(option) : choice.Choose(group, option);

    private async Task AddAsync()
    {
        if (choice.Missing.FirstOrDefault() is { } missing)
        {
            asked = true;
            focusOn = missing.Modifiers.FirstOrDefault(option => choice.IsOpen(missing, option))?.Id;
            return;
        }

        if (!IsOut)
        {
            refused = await Add(choice.ToAdd());
            await (refused is null ? sheet.CloseAsync() : Task.CompletedTask);
        }
    }
}
