using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Kitchen;

/// <summary>One ticket and its taps. A tap is under way until the screen shows what came of it: so a double tap does nothing twice.</summary>
public sealed partial class TicketCard : ComponentBase
{
    private Order order = null!;
    private TicketFace face = null!;
    private KitchenView? shownView;
    private TicketPart shownPart;
    private string? shownLanguage;
    private int shownKey;
    private int flashes;
    private int turn;
    private bool isUnderWay;
    private int awaited;
    private bool hasMoved;

    /// <summary>The order as the board has it.</summary>
    [Parameter, EditorRequired]
    public required Order Order { get; set; }

    /// <summary>What the screen looks at.</summary>
    [Parameter, EditorRequired]
    public required KitchenView View { get; set; }

    /// <summary>Which of its lines stand on this card; none named: all of them.</summary>
    [Parameter]
    public TicketPart Part { get; set; }

    /// <summary>The number key that presses it, 1 to 9; 0: none. It is no more than that of its place: who moves up behind the keys need not render.</summary>
    [Parameter]
    public int Key { get; set; }

    /// <summary>It came while the screen was being looked at: it flashes.</summary>
    [Parameter]
    public bool Arrives { get; set; }

    /// <summary>Hands a step to the desk.</summary>
    [Parameter, EditorRequired]
    public required Func<StepOrder, Task<Outcome<Order>>> Send { get; set; }

    /// <summary>Opens what else can be done with an order.</summary>
    [Parameter]
    public Action<Guid> Select { get; set; } = _ => { };

    private string? KeyName => Key > 0 ? Key.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;

    private bool IsLast => Part.Part >= Part.Parts - 1;

    /// <summary>What a ticked line is: made at a station, carried at the pass.</summary>
    private LineStatus Ticked => View.IsExpo ? LineStatus.Served : LineStatus.Ready;

    /// <summary>The part's lines, by station.</summary>
    private IEnumerable<(TicketGroup Group, List<OrderLine> Lines)> Rows
    {
        get
        {
            var (before, end) = (0, Part.Parts <= 1 ? int.MaxValue : Part.From + Part.Lines);
            foreach (var group in face.Groups)
            {
                var lines = group.Lines.Skip(Part.From - before).Take(end - Math.Max(before, Part.From)).ToList();
                before += group.Lines.Count;
                if (lines.Count > 0)
                {
                    yield return (group, lines);
                }
            }
        }
    }

    private string BumpWords =>
        face.Bump switch
        {
            BumpKind.Wait => T["Bump_Wait", string.Join(", ", face.Waits.Select(station => View.Find(station)?.Name.Here() ?? station))],
            BumpKind.Fire => T["FireCourse", face.NextCourse ?? 0],
            var kind => T[$"Bump_{kind}"],
        };

    /// <summary>Two names for one animation: another name starts it anew.</summary>
    private string? Flash =>
        flashes == 0 ? null
        : flashes % 2 == 0 ? "flash-even"
        : "flash-odd";

    /// <summary>Shows a newer state of the order, and renders this ticket alone. Never replaces newer by older.</summary>
    public void Show(Order newer)
    {
        if (Take(newer) && hasMoved)
        {
            StateHasChanged();
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => flashes = Arrives ? 1 : 0;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (order is null)
        {
            // The first render needs no reason.
            order = Order;
            face = TicketFaces.Of(order, View);
        }
        else
        {
            if (!Take(Order) && shownView != View)
            {
                face = TicketFaces.Of(order, View);
            }

            hasMoved |=
                shownView != View
                || shownKey != Key
                || shownPart != Part
                || !string.Equals(shownLanguage, TextHelp.Language, StringComparison.Ordinal);
        }

        (shownView, shownKey, shownPart, shownLanguage) = (View, Key, Part, TextHelp.Language);
    }

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var moved = hasMoved;
        hasMoved = false;
        return moved;
    }

    private bool Take(Order newer)
    {
        if (newer.Version <= order.Version)
        {
            return false;
        }

        if (!TicketFace.AreAlike(order, newer))
        {
            flashes++;
            hasMoved = true;
        }

        order = newer;
        face = TicketFaces.Of(order, View);
        if (isUnderWay && awaited > 0 && order.Version >= awaited)
        {
            EndTap();
        }

        return true;
    }

    private bool IsTappable(OrderLine line) =>
        line.Status is LineStatus.Ready or LineStatus.Served && View.IsExpo
        || (line.Status is LineStatus.Placed or LineStatus.Preparing or LineStatus.Ready && !View.IsExpo);

    private Task StartAsync() => TapAsync(new StepOrder(order.Id, LineStatus.Preparing) { Station = View.Slug });

    private Task TickAsync(OrderLine line) =>
        TapAsync(
            line.Status == Ticked
                ? new StepOrder(order.Id, View.IsExpo ? LineStatus.Ready : LineStatus.Preparing) { LineId = line.Id, Version = order.Version }
                : new StepOrder(order.Id, Ticked) { LineId = line.Id }
        );

    private Task FireAsync() => TapAsync(new StepOrder(order.Id, LineStatus.Placed) { Course = face.NextCourse });

    // Without a version: whoever bumps means the ticket as it stands, and the bar never refuses the grill.
    private Task BumpAsync() =>
        face.Bump switch
        {
            BumpKind.SeeAllergies => StartAsync(),
            BumpKind.Fire => FireAsync(),
            BumpKind.Serve => TapAsync(new StepOrder(order.Id, LineStatus.Served)),
            BumpKind.Wait => Task.CompletedTask,
            _ => TapAsync(new StepOrder(order.Id, LineStatus.Ready) { Station = View.Slug }),
        };

    private async Task TapAsync(StepOrder step)
    {
        if (isUnderWay)
        {
            return;
        }

        (isUnderWay, awaited) = (true, 0);
        try
        {
            var answer = await Send(step with { Seen = order.Version });
            awaited = answer.Succeeded(out var after, out var refusal) ? after.Version : (refusal as OrderRefusal)?.Current?.Version ?? 0;
            if (refusal is not null && refusal.Code is not Refusal.Busy)
            {
                flashes++;
            }
        }
        finally
        {
            // The truth comes by the feed, to every screen alike; until it is here the tap is not over.
            if (order.Version >= awaited)
            {
                EndTap();
            }
        }
    }

    private void EndTap()
    {
        (isUnderWay, hasMoved) = (false, true);
        turn++;
    }
}
