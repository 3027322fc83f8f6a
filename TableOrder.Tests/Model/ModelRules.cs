using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Model;

/// <summary>Steps, cancellations, receipts and priorities, as the contract's words say. Each gives the code of its refusal, or null.</summary>
internal static class ModelRules
{
    public static string? Step(ModelOrder order, StepOrder step, Role role, bool expo, DateTimeOffset now)
    {
        if (step.Station != null && order.Tickets.All(ticket => ticket.Station != step.Station))
        {
            return "invalid";
        }

        var scope = order
            .Lines.Where(l => (step.LineId is null || l.Id == step.LineId) && (step.Station is null || l.Station == step.Station))
            .ToList();
        if (step.LineId != null && scope.Count == 0)
        {
            return "not_found";
        }

        var addressed = scope.FindAll(l => step.To == Placed ? l.Status == Held : l.Status is not (Held or Cancelled));
        if (step.LineId != null && addressed.Count == 0)
        {
            return scope[0].Status is Held or Cancelled ? "illegal_transition" : null;
        }

        if (step.Version != null && addressed.Exists(l => l.Changed > step.Version))
        {
            return "stale_version";
        }

        var moving = addressed.FindAll(l => l.Status < step.To);
        if (moving.Exists(l => step.To == Served ? l.Status != Ready : l.Status == Held && step.To != Placed))
        {
            return "illegal_transition";
        }

        var recalls = moving.Count == 0 && step.Version != null;
        if (recalls)
        {
            moving = addressed.FindAll(l => l.Status > step.To && (step.To == Ready || (step.To == Preparing && l.Station != null)));
            recalls = moving.Count > 0;
        }

        var tickets = order
            .Tickets.Select(t => (Ticket: t, Change: TicketChange(order, t, step, scope, moving, recalls, now)))
            .Where(t => t.Change != null)
            .ToList();
        var isBump = !expo && role != Role.Floor && step is { To: Ready, LineId: null } && !recalls;
        if (moving.Count == 0 && tickets.Count == 0 && !(isBump && IsLast(order)))
        {
            return null;
        }

        if (
            role == Role.Floor
            && !(moving.Count > 0 && moving.TrueForAll(l => l.Status == Held || step.To == Served || (l.Status == Served && step.To == Ready)))
        )
        {
            return "forbidden";
        }

        Apply(order, step.To, moving, tickets.Select(t => t.Change!), isBump);
        return null;
    }

    private static void Apply(ModelOrder order, LineStatus to, List<ModelLine> moving, IEnumerable<Action> tickets, bool isBump)
    {
        var (before, version) = (order.Status, order.Version + 1);
        moving.ForEach(l => (l.Status, l.Changed) = (to == Placed && l.Station == null ? Ready : to, version));
        tickets.ToList().ForEach(change => change());
        if (isBump && IsLast(order))
        {
            order.Lines.Where(l => l.Status == Ready).ToList().ForEach(l => (l.Status, l.Changed) = (Served, version));
        }

        order.Tell(before);
    }

    /// <summary>Something is ready, some station has bumped, and none has anything fired left to make or to bump.</summary>
    private static bool IsLast(ModelOrder order) =>
        order.Lines.Any(l => l.Status == Ready)
        && order.Tickets.Any(t => t.BumpedAt != null)
        && !order.Tickets.Any(t => t.BumpedAt == null && order.Lines.Any(l => l.Station == t.Station && l.Status is Placed or Preparing or Ready));

    /// <summary>Whether it was news.</summary>
    public static bool Receive(ModelOrder order, IReadOnlyList<string> stations, DateTimeOffset now)
    {
        var news = order
            .Tickets.Where(t => t.FiredAt != null && t.ReceivedAt == null && stations.Contains(t.Station, StringComparer.Ordinal))
            .ToList();
        news.ForEach(t => t.ReceivedAt = now);
        if (news.Count > 0)
        {
            order.Events.Add("order_received");
        }

        return news.Count > 0;
    }

    public static string? Prioritize(ModelOrder order, bool first, DateTimeOffset now)
    {
        if (first == (order.PrioritizedAt != null))
        {
            return null;
        }

        if (order.Status is OrderStatus.Served or OrderStatus.Cancelled)
        {
            return "illegal_transition";
        }

        order.PrioritizedAt = first ? now : null;
        order.Tell(order.Status);
        return null;
    }

    public static string? Cancel(ModelOrder order, CancelOrder cancel, Role role, DateTimeOffset now)
    {
        var named = cancel.Lines?.ToDictionary(l => l.Id, l => l.Quantity);
        var addressed = order.Lines.Where(l => l.Status != Cancelled && (named is null || named.ContainsKey(l.Id))).ToList();
        if (cancel.Version != null && addressed.Exists(l => l.Changed > cancel.Version))
        {
            return "stale_version";
        }

        var guestMay = order.Status == OrderStatus.Placed && now - order.PlacedAt <= TimeSpan.FromSeconds(60);
        if (addressed.Exists(l => named?[l.Id] > l.Quantity || !May(l)))
        {
            return "illegal_transition";
        }

        var (before, version) = (order.Status, order.Version + 1);
        foreach (var line in addressed)
        {
            var less = named?[line.Id] ?? line.Quantity;
            if (line.Status is Held or Placed)
            {
                // A remake took as many as there were; those that stay on it are taken first.
                var (was, most) = (line.Quantity, order.RemakeOf is null ? int.MaxValue : order.Taken);
                line.Dish.Portions += Math.Min(most, was) - Math.Min(most, was - less);
            }

            (line.Quantity, line.Cancelled, line.Changed) = (line.Quantity - less, line.Cancelled + less, version);
            line.Status = line.Quantity == 0 ? Cancelled : line.Status;
            order.Tickets.Where(t => t.Station == line.Station).ToList().ForEach(t => t.TouchedAt = null);
        }

        if (addressed.Count > 0)
        {
            order.Tell(before);
        }

        return null;

        bool May(ModelLine l) =>
            role == Role.Manager
            || (role == Role.Guest && guestMay && l.Status != Served)
            || (role == Role.Floor && (l.Status is Held or Placed or Preparing || (l.Status == Ready && l.Station == null)));
    }

    /// <summary>What a step does to a ticket; null: nothing.</summary>
    private static Action? TicketChange(
        ModelOrder order,
        ModelTicket t,
        StepOrder step,
        List<ModelLine> scope,
        List<ModelLine> moving,
        bool recalls,
        DateTimeOffset now
    )
    {
        var moved = moving.Exists(l => l.Station == t.Station);
        if (step.To == Placed)
        {
            return !moved || (t.FiredAt != null && t.BumpedAt == null) ? null : () => (t.FiredAt, t.BumpedAt) = (t.FiredAt ?? now, null);
        }

        if (recalls)
        {
            return !moved || t.BumpedAt == null ? null : () => (t.RecalledAt, t.BumpedAt) = (now, null);
        }

        if (step.To == Served || !scope.Exists(l => l.Station == t.Station && l.Status != Held))
        {
            return null;
        }

        var bump = step.To == Ready && step.LineId == null && order.Lines.Any(l => l.Station == t.Station && l.Status is not (Held or Cancelled));
        return t.TouchedAt != null && (!bump || t.BumpedAt != null)
            ? null
            : () => (t.TouchedAt, t.BumpedAt) = (t.TouchedAt ?? now, bump ? t.BumpedAt ?? now : t.BumpedAt);
    }
}
