using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Demo;

/// <summary>A Korean restaurant to try the product with: menu, options, stations and tables from restaurant.json.</summary>
internal static class DemoRestaurant
{
    /// <summary>Korea's value-added tax, in basis points.</summary>
    private const int TaxRate = 1000;

    public static DemoFile Read()
    {
        using var stream = typeof(DemoRestaurant).Assembly.GetManifestResourceStream("restaurant.json")!;
        using var reader = new StreamReader(stream);
        return Columns.FromJson<DemoFile>(reader.ReadToEnd());
    }

    /// <summary>Fills an empty database.</summary>
    public static void Seed(Tx tx, DemoFile demo)
    {
        var db = tx.Session.Db;
        db.AddRange(demo.Stations.Select((s, i) => Station(s, i)));
        db.AddRange(
            demo.Areas.SelectMany(area => area.Tables.Select(table => (area, table))).Select((place, i) => Table(tx, place.area, place.table, i))
        );
        var groups = demo.ModifierGroups.ToDictionary(g => g.Key, g => Group(tx, g), StringComparer.Ordinal);
        foreach (var (category, i) in demo.Categories.Select((category, i) => (category, i)))
        {
            var row = new CategoryRow
            {
                Id = Guid.CreateVersion7(tx.Now),
                Name = category.Name,
                Position = i,
            };
            db.Add(row);
            foreach (var (item, j) in category.Items.Select((item, j) => (item, j)))
            {
                var dish = Item(tx, row.Id, item, j);
                db.Add(dish);
                db.AddRange(
                    item.ModifierGroups.Select(
                        (key, k) =>
                            new ItemGroupRow
                            {
                                ItemId = dish.Id,
                                GroupId = groups[key],
                                Position = k,
                            }
                    )
                );
            }
        }

        db.SaveChanges();
        Topics.Raise(tx, MenuSql.MenuTopic);
        Topics.Raise(tx, SeatingDesk.TablesTopic);
    }

    private static StationRow Station(DemoStation station, int position) =>
        new()
        {
            Slug = station.Slug,
            Name = station.Name,
            Emoji = station.Emoji,
            WarnAfterSeconds = station.WarnAfterSeconds,
            LateAfterSeconds = station.LateAfterSeconds,
            Position = position,
        };

    private static TableRow Table(Tx tx, DemoArea area, DemoTable table, int position) =>
        new()
        {
            Id = Guid.CreateVersion7(tx.Now),
            Name = table.Name,
            Area = area.Name,
            Seats = table.Seats,
            Token = TableToken.Make(),
            Position = position,
            Counter = table.Counter,
        };

    private static Guid Group(Tx tx, DemoGroup group)
    {
        var row = new ModifierGroupRow
        {
            Id = Guid.CreateVersion7(tx.Now),
            Name = group.Name,
            Min = group.Min,
            Max = group.Max,
        };
        tx.Session.Db.Add(row);
        tx.Session.Db.AddRange(
            group.Modifiers.Select(
                (m, i) =>
                    new ModifierRow
                    {
                        Id = Guid.CreateVersion7(tx.Now),
                        GroupId = row.Id,
                        Name = m.Name,
                        Price = new Money(m.Price),
                        Allergens = m.Allergens,
                        Position = i,
                    }
            )
        );
        return row.Id;
    }

    private static MenuItemRow Item(Tx tx, Guid category, DemoItem item, int position) =>
        new()
        {
            Id = Guid.CreateVersion7(tx.Now),
            CategoryId = category,
            Name = item.Name,
            Description = item.Description,
            Emoji = item.Emoji,
            Price = new Money(item.Price),
            TaxRate = item.TaxExempt ? 0 : TaxRate,
            SoldOut = item.SoldOut,
            PortionsLeft = item.Portions,
            MinQuantity = item.MinQuantity,
            Station = item.Station,
            Allergens = item.Allergens,
            Hours = item.Hours ?? [],
            Position = position,
        };
}
