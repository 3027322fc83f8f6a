using Microsoft.AspNetCore.Components;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Guest;

/// <summary>Lets a guest choose about one dish; what is missing is said in words, and nothing is added before it is there.</summary>
public sealed partial class OptionSheet : ComponentBase
{
    private readonly Dictionary<Guid, ElementReference> inputs = [];
    private Sheet sheet = null!;
    private DishChoice choice = null!;
    private bool asked;
    private bool isAdding;
    private string? refused;
    private bool isAsLastTime;
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

    /// <summary>What somebody at the table must not eat, as codes.</summary>
    [Parameter]
    public IReadOnlyList<string> Avoided { get; set; } = [];

    /// <summary>The options that were chosen here another time.</summary>
    [Parameter]
    public IReadOnlyList<Guid> LastTime { get; set; } = [];

    /// <summary>Puts it into the cart; gives the sentence that says why it could not, and then the sheet stays with all that was chosen.</summary>
    [Parameter, EditorRequired]
    public Func<AddToCart, Task<string?>> Add { get; set; } = null!;

    /// <summary>The sheet is gone, whether something was added or not.</summary>
    [Parameter]
    public EventCallback OnClosed { get; set; }

    private string Said =>
        IsOut ? T["DishGone"]
        : asked && choice.Missing.Any() ? T["Missing", string.Join(", ", choice.Missing.Select(group => group.Name.Here()))]
        : choice.IsNoteTooLong ? T["NoteTooLong", PlaceRule.LongestNote]
        : IsAsking ? T["AskAnyway", Common.Allergens(choice.Dangers)]
        : refused ?? "";

    /// <summary>The guest was told what it contains, and the next tap adds it.</summary>
    private bool IsAsking => choice.Dangers.Count > 0 && choice.ToAsk.Count == 0;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (choice is null)
        {
            choice = new DishChoice(Dish, Left).ChooseAgain(LastTime);
            isAsLastTime = choice.Chosen.Count > 0;
        }

        choice = choice.Now(Dish, Left) with { Avoided = Avoided };
    }

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
            _ when group.Max >= group.Modifiers.Count => T["ChooseAtLeast", group.Min],
            _ => T["ChooseBetween", group.Min, group.Max],
        };

    /// <summary>What of this somebody must not eat, in words; null where nothing is.</summary>
    private string? Danger(IReadOnlyList<string> contained) =>
        Allergens.Common(contained, Avoided) is { Count: > 0 } codes ? T["Has", Common.Allergens(codes)].Value : null;

    private void Choose(ModifierGroup group, Modifier option, ChangeEventArgs change) =>
        choice = change.Value is false ? choice.Drop(option) : choice.Choose(group, option);

    private Task AddAsync() => AddAsync(isAnswer: false);

    /// <summary>A handler of its own: a second tap that was on its way before the question was seen is no answer to it.</summary>
    private Task AddAnywayAsync() => AddAsync(isAnswer: true);

    /// <summary>Adds it once, also where the button is tapped again before the sheet is seen to close; or says what stands in the way.</summary>
    private async Task AddAsync(bool isAnswer)
    {
        if (choice.Missing.FirstOrDefault() is { } missing)
        {
            asked = true;
            focusOn = missing.Modifiers.FirstOrDefault(option => choice.IsOpen(missing, option))?.Id;
            return;
        }

        if (choice.IsNoteTooLong || IsOut || isAdding)
        {
            return;
        }

        if (choice.ToAsk.Count > 0 || (choice.Dangers.Count > 0 && !isAnswer))
        {
            choice = choice.Accept();
            return;
        }

        isAdding = true;
        refused = await Add(choice.ToAdd());
        if (refused is null)
        {
            await sheet.CloseAsync();
        }
        else
        {
            isAdding = false;
        }
    }
}
