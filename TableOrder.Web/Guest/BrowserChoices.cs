using System.Text;
using Microsoft.JSInterop;

namespace TableOrder.Web.Guest;

/// <summary>What a device remembers about the menu: what was last chosen about a dish, and whether dishes with what somebody must not eat are hidden.</summary>
/// <param name="browser">The browser.</param>
internal sealed class BrowserChoices(IJSRuntime browser)
{
    private const string HidingPlace = "hide";

    // A message from a browser may not be larger than 32 KB, and a letter of nonsense may take six bytes.
    private const int PartLength = 5000;
    private const int MostParts = 4;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2);

    /// <summary>What was last chosen.</summary>
    public KeptChoices Choices { get; private set; } = KeptChoices.None;

    /// <summary>Whether dishes that somebody must not eat are left out.</summary>
    public bool IsHiding { get; private set; }

    /// <summary>Asks the browser, once. Where it does not answer, nothing is remembered: the menu works without.</summary>
    public async Task ReadAsync()
    {
        try
        {
            IsHiding = (await PartAsync(HidingPlace, 0)).Length > 0;
            var text = new StringBuilder();
            for (var parts = 0; parts < MostParts; parts++)
            {
                var part = await PartAsync(KeptChoices.Place, text.Length);
                text.Append(part);
                if (part.Length < PartLength - 1)
                {
                    break;
                }
            }

            Choices = KeptChoices.Read(text.ToString());
        }
        catch (Exception away) when (away is JSException or OperationCanceledException or JSDisconnectedException)
        {
            Choices = KeptChoices.None;
        }
    }

    /// <summary>Remembers what was chosen about a dish.</summary>
    public Task KeepAsync(Guid dish, IReadOnlyList<Guid> options)
    {
        Choices = Choices.With(dish, options);
        return TellAsync(KeptChoices.Place, Choices.Write());
    }

    /// <summary>Leaves out dishes that somebody must not eat, or shows them.</summary>
    public Task HideAsync(bool isHiding)
    {
        IsHiding = isHiding;
        return TellAsync(HidingPlace, isHiding ? "1" : null);
    }

    private ValueTask<string> PartAsync(string place, int from) =>
        browser.InvokeAsync<string>("tableOrder.keptPart", AnswerWithin, place, from, PartLength);

    private async Task TellAsync(string place, string? text)
    {
        try
        {
            await browser.InvokeVoidAsync("tableOrder.keep", AnswerWithin, place, text);
        }
        catch (Exception away) when (away is OperationCanceledException or JSDisconnectedException)
        {
            // The browser is away for a moment; what it would remember is a convenience.
        }
    }
}
