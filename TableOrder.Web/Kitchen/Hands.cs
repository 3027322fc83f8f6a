using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Web.Live;

namespace TableOrder.Web.Kitchen;

/// <summary>What somebody at a kitchen screen does, handed to a desk. What is refused because somebody else was faster is seen on the screen; all else is said at its edge.</summary>
/// <param name="actor">Who.</param>
/// <param name="orders">The desk of steps.</param>
/// <param name="say">Says why something was not done.</param>
/// <param name="log">Where outages are told.</param>
public sealed class Hands(Actor actor, OrderDesk orders, Action<Refusal> say, ILogger log)
{
    /// <summary>Who works here.</summary>
    public Actor Actor => actor;

    /// <summary>Moves lines of an order.</summary>
    public Task<Outcome<Order>> StepAsync(StepOrder step) => TryAsync(who => orders.StepAsync(who, step));

    /// <summary>What left a screen lately and may be called back, the last first.</summary>
    public Task<Outcome<IReadOnlyList<Recall>>> LeftAsync(OrderReader reader, KitchenView view) =>
        TryAsync(who => view.IsExpo ? reader.ServedAsync(who) : reader.BumpedAsync(who, view.Slug));

    /// <summary>Calls a ticket back, or from its table to the pass. False where it is not gone any more, or what is left of it is cancelled.</summary>
    public async Task<bool> RecallAsync(Recall recall)
    {
        var (order, any) = (recall.Order, false);
        string?[] tickets = recall.Stations.Count == 0 ? [null] : [.. recall.Stations];
        var to = recall.Stations.Count == 0 ? LineStatus.Ready : LineStatus.Preparing;
        foreach (var station in tickets)
        {
            var answer = await StepAsync(new StepOrder(order.Id, to) { Station = station, Version = order.Version });
            if (!answer.Succeeded(out var after, out _))
            {
                return any;
            }

            any |= after.Version > order.Version;
            order = after;
        }

        return any;
    }

    /// <summary>Carries out a command or a question; an outage becomes a refusal.</summary>
    public async Task<Outcome<T>> TryAsync<T>(Func<Actor, Task<Outcome<T>>> command)
    {
        var answer = await Outage.ToRefusalAsync(log, "The kitchen", () => command(actor));
        if (answer.Refusal is { Code: not (OrderRefusal.IllegalTransition or OrderRefusal.StaleVersion or Refusal.NotFound) } refusal)
        {
            say(refusal);
        }

        return answer;
    }
}
