using System.Text;
using Microsoft.JSInterop;

namespace TableOrder.Web.Guest;

/// <summary>The cart in the browser's own store, where it outlives reloads, broken connections and restarts of the server.</summary>
/// <param name="browser">The browser.</param>
/// <param name="seating">Whose cart.</param>
internal sealed class BrowserCart(IJSRuntime browser, Guid seating)
{
    private const int PartLength = 8000;
    private const int MostParts = 30;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2);
    private readonly string place = KeptCart.Place(seating);

    /// <summary>What the browser keeps; null where that is no cart. In parts: a message from a browser may not be larger than 32 KB, a full cart with notes can be.</summary>
    public async Task<Cart?> ReadAsync()
    {
        var text = new StringBuilder();
        for (var parts = 0; parts < MostParts; parts++)
        {
            var part = await PartAsync(text.Length);
            text.Append(part);
            if (part.Length < PartLength - 1)
            {
                break;
            }
        }

        return KeptCart.Read(text.ToString());
    }

    /// <summary>Keeps the cart; an empty one is forgotten.</summary>
    public async Task KeepAsync(Cart cart)
    {
        try
        {
            await browser.InvokeVoidAsync("tableOrder.keep", AnswerWithin, place, KeptCart.Write(cart));
        }
        catch (Exception away) when (away is OperationCanceledException or JSDisconnectedException)
        {
            // The browser is away for a moment. The circuit still holds the cart, and its id makes sending it again safe.
        }
    }

    private async Task<string> PartAsync(int from)
    {
        while (true)
        {
            try
            {
                return await browser.InvokeAsync<string>("tableOrder.keptPart", AnswerWithin, place, from, PartLength);
            }
            catch (JSException)
            {
                // What the browser keeps there is no text of ours. A menu without the old cart is better than no menu.
                return "";
            }
            catch (OperationCanceledException)
            {
                // The question was lost with the connection; without an answer the next change would overwrite what the browser keeps.
            }
        }
    }
}
