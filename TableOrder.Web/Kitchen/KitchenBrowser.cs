using System.Globalization;
using Microsoft.JSInterop;
using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;

namespace TableOrder.Web.Kitchen;

/// <summary>What a kitchen screen asks its browser (kitchen.js). A browser that says nothing holds nothing.</summary>
/// <param name="script">The circuit's JavaScript. Only texts and whole numbers are sent: every other type costs each circuit memory for its serializer.</param>
public sealed class KitchenBrowser(IJSRuntime script)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How much room there is for tickets; null where it cannot be said.</summary>
    public async Task<Frame?> RoomAsync()
    {
        var said = await AskAsync("tableOrder.kitchen.room");
        return
            said?.Split(' ') is [var width, var height]
            && int.TryParse(width, CultureInfo.InvariantCulture, out var wide)
            && int.TryParse(height, CultureInfo.InvariantCulture, out var high)
            ? Frame.Of(wide, high)
            : null;
    }

    /// <summary>Lets sounds be heard, and asks which tickets the browser holds: on the page or, if it can lead there, on a later one. None while nobody can see it.</summary>
    public async Task<IReadOnlyList<HeldTicket>> TellAsync(IReadOnlyCollection<KitchenSound> sounds, IReadOnlyCollection<HeldTicket> asked)
    {
        var names = string.Join(' ', sounds).ToLowerInvariant();
        var held = await AskAsync("tableOrder.kitchen.tell", names, string.Join(' ', asked.Select(ticket => ticket.OrderId).Distinct()));
        var ids = held?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal) ?? [];
        return [.. asked.Where(ticket => ids.Contains(ticket.OrderId.ToString()))];
    }

    /// <summary>A call that a broken connection swallowed is never answered: it is given up, and whoever needs the answer asks again.</summary>
    private async Task<string?> AskAsync(string function, params object?[] arguments)
    {
        try
        {
            return await script.InvokeAsync<string?>(function, Patience, arguments);
        }
        catch (Exception away) when (away is OperationCanceledException or JSDisconnectedException or JSException)
        {
            return null;
        }
    }
}
