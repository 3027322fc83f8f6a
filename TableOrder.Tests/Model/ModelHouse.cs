using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;

namespace TableOrder.Tests.Model;

/// <summary>The whole restaurant in memory: dishes, orders, and the sums over them.</summary>
internal sealed class ModelHouse(IReadOnlyList<ModelDish> dishes)
{
    private readonly Dictionary<(Guid Seating, Guid Key), (ModelOrder Order, string Content)> keys = [];

    public IReadOnlyList<ModelDish> Dishes => dishes;

    public List<ModelOrder> Orders { get; } = [];

    /// <summary>Gives the order, new or known by its key, or the code of the refusal.</summary>
    public (string? Code, ModelOrder? Order, bool Created) Place(Guid seating, PlaceOrder place, DateTimeOffset now)
    {
        var content = string.Join(";", place.Lines.Select(l => $"{l.MenuItemId} {l.Quantity} {l.UnitPrice?.Minor} {l.Course}"));
        if (keys.TryGetValue((seating, place.RequestId), out var known))
        {
            return known.Content == content ? (null, known.Order, false) : ("key_reused", null, false);
        }

        var lines = place.Lines.Select(l => (Asked: l, Dish: dishes.Single(dish => dish.Id == l.MenuItemId))).ToList();
        if (lines.Exists(l => l.Dish.SoldOut))
        {
            return ("sold_out", null, false);
        }

        if (lines.Exists(l => l.Asked.UnitPrice is { } seen && seen.Minor != l.Dish.Price))
        {
            return ("price_changed", null, false);
        }

        if (lines.GroupBy(l => l.Dish).Any(dish => dish.Sum(l => l.Asked.Quantity) > dish.Key.Portions))
        {
            return ("sold_out", null, false);
        }

        lines.ForEach(l => l.Dish.Portions -= l.Asked.Quantity);
        var first = lines.Min(l => l.Asked.Course ?? 0);
        var made = lines.ConvertAll(l => new ModelLine
        {
            Dish = l.Dish,
            Price = l.Dish.Price,
            Quantity = l.Asked.Quantity,
            Status =
                (l.Asked.Course ?? 0) > first ? LineStatus.Held
                : l.Dish.Station is null ? LineStatus.Ready
                : LineStatus.Placed,
        });
        var tickets = made.Select(l => l.Station).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var order = new ModelOrder
        {
            Seating = seating,
            PlacedAt = now,
            Lines = made,
            Tickets =
            [
                .. tickets.Select(s => new ModelTicket(s) { FiredAt = made.Exists(l => l.Station == s && l.Status != LineStatus.Held) ? now : null }),
            ],
        };
        keys.Add((seating, place.RequestId), (order, content));
        Orders.Add(order);
        return (null, order, true);
    }

    /// <summary>As <see cref="Place"/>, for a dish that went wrong.</summary>
    public (string? Code, ModelOrder? Order, bool Created) Remake(ModelOrder first, ModelLine line, RemakeLine remake, DateTimeOffset now)
    {
        var content = $"again {remake.OrderId} {remake.LineId} {remake.Quantity}";
        if (keys.TryGetValue((first.Seating, remake.RequestId), out var known))
        {
            return known.Content == content ? (null, known.Order, false) : ("key_reused", null, false);
        }

        if (line.Station is null || line.Status is not (LineStatus.Preparing or LineStatus.Ready or LineStatus.Served))
        {
            return ("illegal_transition", null, false);
        }

        if (remake.Quantity > line.Quantity)
        {
            return ("invalid", null, false);
        }

        var taken = Math.Min(line.Dish.Portions ?? 0, remake.Quantity);
        line.Dish.Portions -= taken;
        var order = new ModelOrder
        {
            Seating = first.Seating,
            PlacedAt = now,
            RemakeOf = first.RemakeOf ?? line,
            Taken = taken,
            Tickets = [new ModelTicket(line.Station) { FiredAt = now }],
            Lines =
            [
                new ModelLine
                {
                    Dish = line.Dish,
                    Price = 0,
                    Quantity = remake.Quantity,
                    Status = LineStatus.Placed,
                },
            ],
        };
        keys.Add((first.Seating, remake.RequestId), (order, content));
        Orders.Add(order);
        return (null, order, true);
    }

    public string? Change(ChangeMenuItem change)
    {
        var dish = dishes.Single(d => d.Id == change.ItemId);
        if (change.Version is { } version && version != dish.Version)
        {
            return "stale_version";
        }

        dish.SoldOut = change.SoldOut ?? dish.SoldOut;
        dish.Price = change.Price?.Minor ?? dish.Price;
        dish.Portions = change.PortionsLeft is { } left ? (left < 0 ? null : left) : dish.Portions;
        dish.Version += change.SoldOut != null || change.Price != null ? 1 : 0;
        return null;
    }

    /// <summary>Another party's order does not exist for a guest.</summary>
    public static bool Sees(Actor actor, ModelOrder order) => actor.SeatingId is null || actor.SeatingId == order.Seating;

    /// <summary>Seoul has no clock changes: nine hours ahead, and its business day begins at five.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime.AddHours(9 - 5));

    /// <summary>A day's figures in words.</summary>
    public string Figures(DateOnly day)
    {
        var mine = Orders.FindAll(order => Day(order.PlacedAt) == day);
        var statuses = Enum.GetValues<OrderStatus>().Select(status => mine.Count(order => order.Status == status));
        var halfHours = mine.Where(o => o.Status != OrderStatus.Cancelled && o.RemakeOf is null)
            .GroupBy(o => o.PlacedAt.AddTicks(-(o.PlacedAt.Ticks % TimeSpan.FromMinutes(30).Ticks)))
            .OrderBy(h => h.Key)
            .Select(h => FormattableString.Invariant($"{h.Key.UtcDateTime:HH:mm} {h.Count()} {h.Sum(o => o.Sales)}"));
        var items = mine.Where(o => o.RemakeOf is null)
            .SelectMany(o => o.Lines)
            .Where(l => l.Quantity > 0)
            .GroupBy(l => l.Dish.Id)
            .Select(d => $"{d.Key} {d.Sum(l => l.Quantity)} {d.Sum(l => l.Quantity * l.Price)}");
        var stations = mine.SelectMany(o => o.Tickets)
            .Where(t => t is { FiredAt: not null, BumpedAt: not null })
            .GroupBy(t => t.Station, t => (int)(t.BumpedAt!.Value - t.FiredAt!.Value).TotalSeconds, StringComparer.Ordinal)
            .OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => $"{s.Key} {s.Order().ElementAt((s.Count() - 1) / 2)}");
        return Words(statuses, mine.Sum(o => o.Sales), halfHours, items, stations);
    }

    /// <summary>The kept figures in the same words.</summary>
    public static string Words(Core.Statistics.PeriodFigures kept) =>
        Words(
            [kept.Sum.Placed, kept.Sum.Preparing, kept.Sum.Ready, kept.Sum.Served, kept.Sum.Cancelled],
            kept.Sum.Sales.Minor,
            kept.HalfHours.Select(h => FormattableString.Invariant($"{h.Start.UtcDateTime:HH:mm} {h.Orders} {h.Sales.Minor}")),
            kept.TopItems.Select(i => $"{i.MenuItemId} {i.Quantity} {i.Sales.Minor}"),
            kept.Stations.Select(s => $"{s.Station} {s.MedianSeconds}")
        );

    private static string Words(IEnumerable<int> statuses, long sales, params IEnumerable<string>[] more) =>
        $"{string.Join(",", statuses)} {sales} {string.Join(" | ", more.Select(words => string.Join(", ", ReferenceEquals(words, more[1]) ? words.Order(StringComparer.Ordinal) : words)))}";
}
