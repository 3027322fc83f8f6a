using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;

namespace TableOrder.Bench.Generate;

/// <summary>What guests choose: some dishes often, most now and then (a Zipf-like curve). Dishes of which there are only so many are left out, they would run out.</summary>
internal sealed class Dishes
{
    private const int LinesEach = 3;
    private const double MostPopular = 4;
    private const double WithNote = 0.05;
    private static readonly string[] Notes = ["덜 맵게 해 주세요", "소스는 따로 주세요", "No onions, please"];
    private readonly MenuItem[] dishes;
    private readonly double[] upTo;

    public Dishes(MenuView view)
    {
        dishes = [.. view.Menu.Categories.SelectMany(category => category.Items).Where(dish => !dish.SoldOut && view.PortionsLeft(dish.Id) is null)];

        // Not by the menu's headings: a favourite can stand anywhere. The same favourites in every file.
        new Random(dishes.Length).Shuffle(dishes);
        upTo = new double[dishes.Length];
        var sum = 0.0;
        for (var i = 0; i < dishes.Length; i++)
        {
            upTo[i] = sum += 1 / (i + MostPopular);
        }
    }

    /// <summary>Three different ones.</summary>
    public IReadOnlyList<PlaceLine> Choose(Random random)
    {
        var lines = new List<PlaceLine>(LinesEach);
        while (lines.Count < LinesEach)
        {
            var dish = One(random);
            if (!lines.Exists(line => line.MenuItemId == dish.Id))
            {
                lines.Add(Line(dish, random));
            }
        }

        return lines;
    }

    private MenuItem One(Random random)
    {
        var place = Array.BinarySearch(upTo, random.NextDouble() * upTo[^1]);
        return dishes[Math.Min(place < 0 ? ~place : place, dishes.Length - 1)];
    }

    private static PlaceLine Line(MenuItem dish, Random random)
    {
        var modifiers = new List<Guid>();
        foreach (var group in dish.ModifierGroups)
        {
            var (first, most) = (random.Next(group.Modifiers.Count), Math.Min(group.Max, group.Modifiers.Count));
            var chosen = Math.Max(group.Min, random.Next(4) == 0 ? Math.Min(1, most) : 0);
            for (var i = 0; i < chosen; i++)
            {
                modifiers.Add(group.Modifiers[(first + i) % group.Modifiers.Count].Id);
            }
        }

        return new PlaceLine(dish.Id, dish.MinQuantity + (random.Next(3) == 0 ? random.Next(1, 3) : 0), modifiers)
        {
            Note = random.NextDouble() < WithNote ? Notes[random.Next(Notes.Length)] : null,
        };
    }
}
