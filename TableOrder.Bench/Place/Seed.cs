using TableOrder.Bench.Harness;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;

namespace TableOrder.Bench.Place;

/// <summary>The database that both sides begin with, and what the engine was seen to run for each of some orders.</summary>
internal sealed class Seed
{
    private readonly string file;
    private readonly HashSet<Guid> constant;
    private readonly IReadOnlyList<Guid> seatings;

    private Seed(string file, HashSet<Guid> constant, IReadOnlyList<Guid> seatings, IReadOnlyList<IReadOnlyList<Recorded>> templates) =>
        (this.file, this.constant, this.seatings, Templates) = (file, constant, seatings, templates);

    /// <summary>The statements of each recorded order, from BEGIN to COMMIT.</summary>
    public IReadOnlyList<IReadOnlyList<Recorded>> Templates { get; }

    public static async Task<Seed> RecordAsync(string file, int guests, int carts)
    {
        Recorder recorder = null!;
        await using var house = await House.OpenAsync(file, database => recorder = new Recorder(database));
        var seated = await house.SeatAsync(guests);
        var menu = (await house.Get<MenuReader>().GetAsync(house.Manager)).Value.Menu.Categories.SelectMany(category => category.Items);
        var tables = (await house.Get<SeatingReader>().TablesAsync(house.Manager)).Value;
        var templates = new List<IReadOnlyList<Recorded>>();
        foreach (var cart in await house.CartsAsync(carts))
        {
            _ = recorder.Take();
            _ = (await house.Get<OrderDesk>().PlaceAsync(seated[templates.Count % seated.Count], cart)).Value;
            templates.Add(recorder.Take());
        }

        return new Seed(
            file,
            [.. menu.Select(dish => dish.Id), .. tables.Select(table => table.Id)],
            [.. seated.Select(guest => guest.SeatingId!.Value).Distinct()],
            templates
        );
    }

    /// <summary>A file of its own for one side.</summary>
    public string Copy(string to)
    {
        File.Copy(file, to);
        return to;
    }

    /// <summary>The raw side, on a copy.</summary>
    public RawOrders Raw(string to) => new(Copy(to), Templates, constant, seatings);
}
