using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Web.Guest.AtTable;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Guest;

/// <summary>What the table has called for, and whether somebody comes.</summary>
public abstract partial class GuestPage
{
    /// <summary>The table's calls that wait or were answered lately, in the order they came.</summary>
    internal IReadOnlyList<Call> Calls { get; private set; } = [];

    /// <summary>What has become of them, for those who hear the page.</summary>
    internal string CallSaid { get; private set; } = "";

    [Inject]
    private CallReader CallReader { get; set; } = null!;

    [Inject]
    private CallDesk CallDesk { get; set; } = null!;

    /// <summary>The words for calls, and for what the staff does with tables.</summary>
    [Inject]
    private IStringLocalizer<AtTableTexts> CallWords { get; set; } = null!;

    /// <summary>The newest call of a kind; null where there was none lately.</summary>
    internal Call? CallOf(CallKind kind) => Calls.LastOrDefault(call => call.Kind == kind);

    /// <summary>Calls somebody, once; gives the call that stands, which may be another's.</summary>
    internal async Task<Outcome<PlacedCall>> CallStaffAsync(CallStaff call)
    {
        var placed = await TryAsync(() => CallDesk.CallAsync(Actor, call));
        if (placed.Refusal is { } refusal && string.Equals(refusal.Code, OrderRefusal.SeatingClosed, StringComparison.Ordinal))
        {
            Leave(OrderRefusal.SeatingClosed);
        }

        // Seen at once, also where the topic's wake-up is still to come.
        await ReadCallsAsync(Actor);
        StateHasChanged();
        return placed;
    }

    private async Task ReadCallsAsync(Actor guest)
    {
        if ((await CallReader.MineAsync(guest)).Succeeded(out var now, out _))
        {
            var coming = now.Where(call =>
                call.State == CallState.Confirmed && Calls.Any(before => before.Id == call.Id && before.State == CallState.Waiting)
            );
            var words = string.Join(". ", coming.Select(call => CallWords["CallComes", CommonWords[$"Call_{call.Kind}"]].Value));
            (Calls, CallSaid) = (now, words.Length > 0 ? words : CallSaid);
        }
    }
}
