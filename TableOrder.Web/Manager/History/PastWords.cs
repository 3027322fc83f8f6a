using Microsoft.Extensions.Localization;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager.History;

/// <summary>How an order's history reads: a sentence for each event, who did it, and which lines went where.</summary>
/// <param name="texts">The pages' words.</param>
/// <param name="common">Words of all screens.</param>
/// <param name="order">The order.</param>
/// <param name="station">What a station is called.</param>
public sealed class PastWords(IStringLocalizer<HistoryTexts> texts, IStringLocalizer<CommonTexts> common, Order order, Func<string, string> station)
{
    /// <summary>What happened.</summary>
    public string Sentence(PastEvent happened) =>
        happened.Type switch
        {
            OrderEventType.Placed => order.Remake is { } remake
                ? texts["Past_Remade", remake.Number, remake.Reason]
                : texts["Past_Placed", happened.At == order.PlacedAt ? order.Round : 1],
            OrderEventType.Received => texts["Past_Received", Stations(happened.Detail.Received ?? [])],
            OrderEventType.Cancelled => texts["Past_Cancelled"],
            OrderEventType.Paid => texts["Past_Paid"],
            OrderEventType.Refunded => texts[happened.Detail.Paid == false ? "Past_RefundedDue" : "Past_Refunded"],
            OrderEventType.Moved => texts["Past_Moved", happened.Detail.FromTable ?? "?", happened.ToTable ?? "?"],
            _ => Change(happened.Detail),
        };

    /// <summary>The sign beside it.</summary>
    public static string Sign(PastEvent happened) =>
        happened switch
        {
            { Type: OrderEventType.Placed } => "🧾",
            { Type: OrderEventType.Received } => "📥",
            { Type: OrderEventType.Cancelled } => "✕",
            { Type: OrderEventType.Paid } => "💳",
            { Type: OrderEventType.Refunded } => "↩",
            { Type: OrderEventType.Moved } => "🪑",
            { Detail.Priority: not null } => "⚡",
            { Detail.Recalled.Count: > 0 } => "⟲",
            { Detail.Lines: [{ Cancelled: > 0 }, ..] } => "✕",
            { Detail.Bumped.Count: > 0 } => "🛎️",
            { Detail.Lines: [var first, ..] } => first.To < first.From ? "⟲" : first.To.Icon(),
            _ => "•",
        };

    /// <summary>Which lines went from where to where, each kind of step once.</summary>
    public IReadOnlyList<string> Steps(PastEvent happened) =>
        [
            .. happened
                .Detail.Lines.GroupBy(move => move.Cancelled > 0 ? (move.To, move.To) : (move.From, move.To))
                .SelectMany(step =>
                    step.Any(move => move.Cancelled > 0)
                        ? step.Select(move => texts["Step_TakenOff", move.Cancelled, Dish(move.Id)].Value)
                        :
                        [
                            texts[
                                "Step",
                                string.Join(", ", step.Select(move => Dish(move.Id))),
                                common.Of(step.Key.Item1),
                                common.Of(step.Key.Item2)
                            ].Value,
                        ]
                ),
        ];

    /// <summary>Who did it.</summary>
    public string Who(PastActor by) =>
        by switch
        {
            { Role: Role.System } => texts["Who_System"],
            { Name.Length: > 0, Role: Role.Guest } => texts["Who_Guest", by.Name],
            { Role: Role.Guest, Number: { } number } => texts["Who_GuestNumber", number],
            { Role: Role.Guest } => texts["Who_SomeGuest"],
            { Name.Length: > 0 } => by.Name,
            _ => texts["Who_Staff"],
        };

    /// <summary>Where from; a device that has a name of its own by that.</summary>
    public string Device(string device)
    {
        var word = texts[$"Device_{device}"];
        return word.ResourceNotFound ? device : word;
    }

    /// <summary>What changed of an order between what was painted and what is: for whoever pressed on what is no more.</summary>
    public IReadOnlyList<string> Changes(Order now) =>
        [
            .. order
                .Lines.Zip(now.Lines)
                .Where(pair => pair.First.Status != pair.Second.Status || pair.First.Quantity != pair.Second.Quantity)
                .Select(pair =>
                    pair.Second.Status == LineStatus.Cancelled || pair.First.Status != pair.Second.Status
                        ? $"{pair.Second.Name.Here()}: {common.Of(pair.Second.Status)}"
                        : texts["NowFewer", pair.Second.Name.Here(), pair.Second.Quantity].Value
                ),
        ];

    private string Change(EventDetail detail) =>
        detail switch
        {
            { Priority: { } first } => texts[first ? "Past_First" : "Past_InTurn"],
            { Recalled: { Count: > 0 } recalled } => texts["Past_Recalled", Stations(recalled)],
            { Lines: var lines } when lines.Any(move => move.Cancelled > 0) => texts["Past_TakenOff"],
            { Bumped: { Count: > 0 } bumped } => texts["Past_Bumped", Stations(bumped)],
            { Lines: { Count: > 0 } lines } => texts[Step(lines)],
            { Touched: { Count: > 0 } touched } => texts["Past_Touched", Stations(touched)],
            _ => texts["Past_Changed"],
        };

    private static string Step(IReadOnlyList<LineMove> lines) =>
        lines.All(move => move.To == LineStatus.Served) ? "Past_Served"
        : lines.Any(move => move.From == LineStatus.Held) ? "Past_Fired"
        : lines.Any(move => move.To < move.From) ? "Past_Back"
        : lines.All(move => move.To == LineStatus.Ready) ? "Past_Ready"
        : lines.All(move => move.To == LineStatus.Preparing) ? "Past_Started"
        : "Past_Changed";

    private string Stations(IEnumerable<string> slugs) => string.Join(", ", slugs.Select(station));

    private string Dish(Guid line) => order.Lines.FirstOrDefault(one => one.Id == line)?.Name.Here() ?? "?";
}
