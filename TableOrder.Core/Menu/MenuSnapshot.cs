namespace TableOrder.Core.Menu;

/// <summary>The whole menu at one version, immutable. Portions are not in it: they change with every order.</summary>
/// <param name="Version">Rises with every change of the menu.</param>
/// <param name="Stations">Where dishes are made, in the order of the kitchen's tabs.</param>
/// <param name="Categories">In the order guests see them.</param>
public sealed record MenuSnapshot(long Version, IReadOnlyList<Station> Stations, IReadOnlyList<Category> Categories)
{
    private readonly Dictionary<Guid, MenuItem> items = Categories.SelectMany(c => c.Items).ToDictionary(i => i.Id);

    /// <summary>The dishes whose portions are counted; of all others an order has nothing to take.</summary>
    internal IReadOnlySet<Guid> Counted { get; init; } = new HashSet<Guid>();

    /// <summary>Every time of day at which some dish begins or ceases to be served.</summary>
    private readonly TimeOnly[] turns =
    [
        .. Categories.SelectMany(c => c.Items).SelectMany(item => item.Hours).SelectMany(hours => new[] { hours.From, hours.Until }).Distinct(),
    ];

    /// <summary>The codes of all that its dishes and their options contain, in the order of the labelling list.</summary>
    public IReadOnlyList<string> Allergens { get; } =
        Menu.Allergens.InOrder(Categories.SelectMany(c => c.Items).SelectMany(item => item.AllAllergens));

    /// <summary>A dish by its id, or null where it is not on the menu.</summary>
    public MenuItem? Item(Guid id) => items.GetValueOrDefault(id);

    /// <summary>A station by its slug, or null.</summary>
    public Station? Station(string? slug) => Stations.FirstOrDefault(s => string.Equals(s.Slug, slug, StringComparison.Ordinal));

    /// <summary>When, on the restaurant's clock, some dish next begins or ceases to be served: until then nothing changes by itself. Null where all are served at all times.</summary>
    public DateTime? NextTurn(DateTime local) =>
        turns.Length == 0 ? null : turns.Min(turn => local.Date + turn.ToTimeSpan() is var today && today > local ? today : today.AddDays(1));
}

/// <summary>A place in the kitchen with a screen of its own.</summary>
/// <param name="Slug">The same everywhere, in addresses too: "grill".</param>
/// <param name="Name">As on the tab.</param>
/// <param name="Emoji">Its sign.</param>
/// <param name="WarnAfter">A ticket older than this turns yellow.</param>
/// <param name="LateAfter">A ticket older than this turns red.</param>
public sealed record Station(string Slug, LocalText Name, string Emoji, TimeSpan WarnAfter, TimeSpan LateAfter);

/// <summary>A heading of the menu.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As guests see it.</param>
/// <param name="Items">Its dishes, in order.</param>
public sealed record Category(Guid Id, LocalText Name, IReadOnlyList<MenuItem> Items);

/// <summary>A dish or drink.</summary>
public sealed record MenuItem
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Rises with each change of this dish.</summary>
    public required int Version { get; init; }

    /// <summary>As guests and cooks see it.</summary>
    public required LocalText Name { get; init; }

    /// <summary>A sentence or two for guests.</summary>
    public required LocalText Description { get; init; }

    /// <summary>Shown until there is a photo.</summary>
    public required string Emoji { get; init; }

    /// <summary>Its photo, or null.</summary>
    public Photo? Photo { get; init; }

    /// <summary>Without options, tax included.</summary>
    public required Money Price { get; init; }

    /// <summary>In basis points: 1000 is 10 %; 0 is exempt.</summary>
    public required int TaxRate { get; init; }

    /// <summary>86: not to be ordered now.</summary>
    public required bool SoldOut { get; init; }

    /// <summary>The fewest that an order may hold, such as two portions of pork belly.</summary>
    public required int MinQuantity { get; init; }

    /// <summary>Courses above an order's lowest wait until fired.</summary>
    public required int Course { get; init; }

    /// <summary>Where it is made; null for what is only carried (bottled drinks).</summary>
    public string? Station { get; init; }

    /// <summary>Codes of the Korean labelling list, such as "egg".</summary>
    public required IReadOnlyList<string> Allergens { get; init; }

    /// <summary>When it is served; none: always.</summary>
    public IReadOnlyList<ServingHours> Hours { get; init; } = [];

    /// <summary>Its options, in order.</summary>
    public required IReadOnlyList<ModifierGroup> ModifierGroups { get; init; }

    /// <summary>What it contains, and what its options may bring; a code may stand there twice.</summary>
    public IEnumerable<string> AllAllergens =>
        Allergens.Concat(ModifierGroups.SelectMany(group => group.Modifiers).SelectMany(option => option.Allergens));

    /// <summary>Whether it is served at a moment, as the restaurant's clock shows it.</summary>
    public bool IsServed(DateTime local) => Hours.Count == 0 || Hours.Any(hours => hours.Contains(local));
}

/// <summary>A dish's photo.</summary>
/// <param name="Hash">Names its content: another photo has another address.</param>
/// <param name="Widths">In which widths it is kept, in pixels, the smallest first.</param>
public sealed record Photo(string Hash, IReadOnlyList<int> Widths)
{
    /// <summary>Where the widest is found.</summary>
    public string Address => At(Widths[^1]);

    /// <summary>Where a width is found.</summary>
    public string At(int width) => $"/photos/{Hash}-{width}";
}

/// <summary>A choice about a dish.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The question: "How well done?".</param>
/// <param name="Min">At least so many must be chosen; above 0 it is required.</param>
/// <param name="Max">At most so many may be chosen.</param>
/// <param name="Modifiers">What there is to choose.</param>
public sealed record ModifierGroup(Guid Id, LocalText Name, int Min, int Max, IReadOnlyList<Modifier> Modifiers);

/// <summary>One answer to a <see cref="ModifierGroup"/>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As guests and cooks see it.</param>
/// <param name="Price">Added to the dish's price for each portion.</param>
/// <param name="SoldOut">Not to be chosen now.</param>
/// <param name="Allergens">What it brings to the dish, as codes of the same list as the dish's own.</param>
public sealed record Modifier(Guid Id, LocalText Name, Money Price, bool SoldOut, IReadOnlyList<string> Allergens);

/// <summary>The menu with what is left of limited dishes.</summary>
/// <param name="Menu">The menu.</param>
/// <param name="Portions">What is left, only for limited dishes.</param>
public sealed record MenuView(MenuSnapshot Menu, IReadOnlyDictionary<Guid, int> Portions)
{
    /// <summary>What the restaurant's clock showed then: it decides what is served.</summary>
    public DateTime Local { get; init; }

    /// <summary>How many are left; null where it is not counted.</summary>
    public int? PortionsLeft(Guid item) => Portions.TryGetValue(item, out var left) ? left : null;

    /// <summary>Whether there is no more of it.</summary>
    public bool IsSoldOut(MenuItem item) => item.SoldOut || PortionsLeft(item.Id) < item.MinQuantity;

    /// <summary>Whether it can not be ordered now, whatever the reason.</summary>
    public bool IsOut(MenuItem item) => IsSoldOut(item) || !item.IsServed(Local);
}
