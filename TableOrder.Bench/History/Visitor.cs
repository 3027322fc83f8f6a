using TableOrder.Bench.Harness;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;

namespace TableOrder.Bench.History;

/// <summary>Somebody who leafs through one house's past: a page anywhere in it, often narrowed as the API and the history's page allow.</summary>
internal sealed class Visitor
{
    private const int Cursors = 200;
    private static readonly string[] Stations = ["grill", "stew", "noodle", "bar"];
    private readonly OrderReader reader;
    private readonly Actor manager;
    private readonly IReadOnlyList<Guid> tables;
    private readonly List<OrderCursor> cursors;

    private Visitor(OrderReader reader, Actor manager, IReadOnlyList<Guid> tables, List<OrderCursor> cursors) =>
        (this.reader, this.manager, this.tables, this.cursors) = (reader, manager, tables, cursors);

    public static async Task<Visitor> OfAsync(House house, int orders)
    {
        var known = (await house.Get<SeatingReader>().TablesAsync(house.Manager)).Value.Select(table => table.Id).ToList();
        var (random, places) = (new Random(orders), new List<OrderCursor>());
        while (places.Count < Cursors)
        {
            places.Add((await HistoryScenario.CursorAsync(house, random.Next(1, orders)))!.Value);
        }

        return new Visitor(house.Get<OrderReader>(), house.Manager, known, places);
    }

    /// <summary>Reads one page.</summary>
    public async Task ReadAsync(Random random, int limit)
    {
        var at = cursors[random.Next(cursors.Count)];
        var query = new OrderQuery
        {
            After = at,
            Limit = limit,
            Status =
                random.Next(4) == 0
                    ? random.Next(2) == 0
                        ? OrderStatus.Cancelled
                        : OrderStatus.Served
                    : null,
            TableId = random.Next(3) == 0 ? tables[random.Next(tables.Count)] : null,
            Day = random.Next(4) == 0 ? at.Day : null,
            Station = random.Next(6) == 0 ? Stations[random.Next(Stations.Length)] : null,
            OldestFirst = random.Next(8) == 0,
        };
        _ = (await reader.ListAsync(manager, query)).Value;
    }
}
