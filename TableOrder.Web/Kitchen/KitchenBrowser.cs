using Microsoft.JSInterop;
using TableOrder.Core.Ordering;
using TableOrder.Core.Settings;

namespace TableOrder.Web.Kitchen;

/// <summary>What a kitchen screen asks its browser (kitchen.js). A browser that says nothing holds nothing.</summary>
/// <param name="script">The circuit's JavaScript.</param>
public sealed class KitchenBrowser(IJSRuntime script)
{
    /// <summary>How much room there is for tickets; null where it cannot be said.</summary>
    public async Task<Frame?> RoomAsync() =>
        await script.InvokeAsync<int[]?>("tableOrder.kitchen.room") is [var width, var height] ? Frame.Of(width, height) : null;

    /// <summary>Lets sounds be heard, and asks which tickets the browser holds: on the page or, if it can lead there, on a later one. None while nobody can see it.</summary>
    public async Task<IReadOnlyList<HeldTicket>> TellAsync(IReadOnlyCollection<KitchenSound> sounds, IReadOnlyCollection<HeldTicket> asked)
    {
        var names = sounds.Select(sound => sound.ToString().ToLowerInvariant()).ToArray();
        var held = await script.InvokeAsync<Guid[]?>("tableOrder.kitchen.tell", names, asked.Select(ticket => ticket.OrderId).Distinct().ToArray());
        return held is null ? [] : [.. asked.Where(ticket => held.Contains(ticket.OrderId))];
    }

    /// <summary>From now on the browser says when its room changes, and when a page did not fit.</summary>
    public ValueTask ListenAsync<T>(DotNetObjectReference<T> page)
        where T : class => script.InvokeVoidAsync("tableOrder.kitchen.listen", page);
}
