using System.Globalization;
using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Settings;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Guest;

/// <summary>One order as its guests see it. It renders when its order changed or somebody touched it, and never because time passed.</summary>
public sealed partial class OrderCard : ComponentBase
{
    private static readonly OrderStatus[] Way = [OrderStatus.Placed, OrderStatus.Preparing, OrderStatus.Ready, OrderStatus.Served];
    private (int Version, bool IsAsking, bool IsBusy, bool IsStaff, string? Refusal) shown;
    private ElementReference heading;
    private ElementReference keep;
    private bool isAsking;
    private bool isCancelling;
    private string? refusal;

    /// <summary>The order as it is now.</summary>
    [Parameter, EditorRequired]
    public Order Order { get; set; } = null!;

    /// <summary>Knows the restaurant's clock on the wall.</summary>
    [Parameter, EditorRequired]
    public RestaurantSettings House { get; set; } = null!;

    /// <summary>Takes the order back; gives the reason where it could not.</summary>
    [Parameter, EditorRequired]
    public Func<Order, Task<Refusal?>> Cancel { get; set; } = null!;

    /// <summary>Takes one portion of a line back; null: only the staff may.</summary>
    [Parameter]
    public Func<Order, OrderLine, Task<Refusal?>>? CancelOne { get; set; }

    /// <summary>Puts the same into the cart once more; null: that is not offered.</summary>
    [Parameter]
    public Func<Order, Task>? Again { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool MayCancel => CancelOne is not null ? Order.IsOpen : CancelRule.GuestMay(Order, Clock.GetUtcNow());

    private (int Version, bool IsAsking, bool IsBusy, bool IsStaff, string? Refusal) Now =>
        (Order.Version, isAsking, isCancelling, CancelOne is not null, refusal);

    /// <inheritdoc/>
    protected override bool ShouldRender() => shown != Now;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        // What was asked about another state of the order is no question any more.
        if (shown.Version != Order.Version)
        {
            isAsking = false;
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var before = shown;
        shown = Now;

        // The button that was pressed is gone: the focus goes on to what took its place.
        if (isAsking && !before.IsAsking)
        {
            await keep.FocusAsync();
        }
        else if (before.IsAsking && !isAsking)
        {
            await heading.FocusAsync();
        }
    }

    private static string Icon(OrderStatus status) =>
        status switch
        {
            OrderStatus.Placed => "🧾",
            OrderStatus.Preparing => "🍳",
            OrderStatus.Ready => "🔔",
            OrderStatus.Served => "🍽️",
            _ => "✕",
        };

    private static string Icon(LineStatus status) =>
        status switch
        {
            LineStatus.Held => "⏳",
            LineStatus.Placed => "🧾",
            LineStatus.Preparing => "🍳",
            LineStatus.Ready => "🔔",
            LineStatus.Served => "✓",
            _ => "✕",
        };

    private string At(DateTimeOffset moment) => House.Local(moment).OnTheWall();

    private Task CancelAsync() => CancelAsync(() => Cancel(Order));

    private Task CancelOneAsync(OrderLine line) => CancelAsync(() => CancelOne!(Order, line));

    private async Task CancelAsync(Func<Task<Refusal?>> cancel)
    {
        if (isCancelling)
        {
            return;
        }

        (isCancelling, refusal) = (true, null);
        try
        {
            refusal = await cancel() is { } refused
                ? CancelOne is null && string.Equals(refused.Code, OrderRefusal.IllegalTransition, StringComparison.Ordinal)
                    ? T["CancelTooLate"]
                    : Common.Of(refused)
                : null;
        }
        finally
        {
            (isCancelling, isAsking) = (false, false);
        }
    }
}
