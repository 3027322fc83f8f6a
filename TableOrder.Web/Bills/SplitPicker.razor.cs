using System.Globalization;
using Microsoft.AspNetCore.Components;
using TableOrder.Core.Billing;

namespace TableOrder.Web.Bills;

/// <summary>Chooses a part of a bill. The choice stays while the bill changes below it.</summary>
public sealed partial class SplitPicker
{
    private readonly SplitChoice choice = new();
    private readonly string name = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
    private bool hasBegun;
    private string typed = "";

    /// <summary>The bill as it is now.</summary>
    [Parameter, EditorRequired]
    public Bill Bill { get; set; } = null!;

    /// <summary>How many share it unless somebody says otherwise: the party, also those who have paid already.</summary>
    [Parameter]
    public int People { get; set; } = 2;

    /// <summary>As whom the bill knows whoever chooses; empty where nobody said.</summary>
    [Parameter]
    public string Me { get; set; } = "";

    /// <summary>What stands below the part, in place of the one button: it gets the part as it is painted.</summary>
    [Parameter]
    public RenderFragment<ChosenPart>? ChildContent { get; set; }

    /// <summary>What the one button says; null: that the part is taken.</summary>
    [Parameter]
    public string? Action { get; set; }

    /// <summary>The one button can not be pressed for now.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

    /// <summary>The one button was pressed: with the part that stood there.</summary>
    [Parameter]
    public EventCallback<ChosenPart> OnChosen { get; set; }

    private bool IsWrong => typed.Length > 0 && !choice.Part(Bill).CanBePaid;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (!hasBegun)
        {
            hasBegun = true;
            choice.Begin(Bill, People);
        }
        else
        {
            choice.Follow(Bill);
        }
    }

    private void Type(ChangeEventArgs entered)
    {
        typed = entered.Value as string ?? "";
        choice.Amount = BillWords.Typed(typed, Bill.Currency);
    }
}
