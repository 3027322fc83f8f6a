namespace TableOrder.Core.Menu.Editing;

/// <summary>The menu as a manager sees it: with all that is archived, and every translation.</summary>
/// <param name="Categories">In the order guests see them.</param>
/// <param name="Dishes">All of them, within their category in the order guests see them.</param>
/// <param name="Groups">The choices that dishes share, by name.</param>
/// <param name="Stations">Where dishes are made.</param>
public sealed record EditedMenu(
    IReadOnlyList<EditedCategory> Categories,
    IReadOnlyList<EditedDish> Dishes,
    IReadOnlyList<EditedGroup> Groups,
    IReadOnlyList<Station> Stations
)
{
    /// <summary>What the restaurant's clock showed then: it decides what is served.</summary>
    public DateTime Local { get; init; }

    /// <summary>All of it in the shape in which menus are searched and shown, archived dishes too.</summary>
    public MenuSnapshot Whole { get; } =
        new(
            0,
            Stations,
            [
                .. Categories.Select(category => new Category(
                    category.Id,
                    category.Name,
                    [.. Dishes.Where(dish => dish.Draft.CategoryId == category.Id).Select(dish => Item(dish, Groups))]
                )),
            ]
        );

    /// <summary>A dish by its id, or null.</summary>
    public EditedDish? Dish(Guid? id) => Dishes.FirstOrDefault(dish => dish.Id == id);

    /// <summary>A category by its id, or null.</summary>
    public EditedCategory? Category(Guid? id) => Categories.FirstOrDefault(category => category.Id == id);

    /// <summary>A choice by its id, or null.</summary>
    public EditedGroup? Group(Guid? id) => Groups.FirstOrDefault(group => group.Id == id);

    /// <summary>The dishes of a category, archived ones too.</summary>
    public IEnumerable<EditedDish> In(Guid category) => Dishes.Where(dish => dish.Draft.CategoryId == category);

    private static MenuItem Item(EditedDish dish, IReadOnlyList<EditedGroup> groups) =>
        new()
        {
            Id = dish.Id,
            Version = dish.Version,
            Name = dish.Draft.Name,
            Description = dish.Draft.Description,
            Emoji = dish.Draft.Emoji,
            Photo = dish.Photo,
            Price = dish.Draft.Price,
            TaxRate = dish.Draft.TaxRate,
            SoldOut = dish.SoldOut,
            MinQuantity = dish.Draft.MinQuantity,
            Course = dish.Draft.Course,
            Station = dish.Draft.Station,
            Allergens = dish.Draft.Allergens,
            Hours = dish.Draft.Hours,
            ModifierGroups =
            [
                .. dish
                    .Draft.Groups.Select(id => groups.First(group => group.Id == id))
                    .Select(group => new ModifierGroup(
                        group.Id,
                        group.Draft.Name,
                        group.Draft.Min,
                        group.Draft.Max,
                        [
                            .. group.Draft.Modifiers.Select(option => new Modifier(
                                option.Id,
                                option.Name,
                                option.Price,
                                option.SoldOut,
                                option.Allergens
                            )),
                        ]
                    )),
            ],
        };
}

/// <summary>A heading of the menu.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Rises with each change.</param>
/// <param name="Name">As guests see it.</param>
/// <param name="IsArchived">Whether it was put away.</param>
public sealed record EditedCategory(Guid Id, int Version, LocalText Name, bool IsArchived);

/// <summary>A dish.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Rises with each change.</param>
/// <param name="Draft">All that a manager says of it, as it is now.</param>
public sealed record EditedDish(Guid Id, int Version, DishDraft Draft)
{
    /// <summary>86: not to be ordered now.</summary>
    public bool SoldOut { get; init; }

    /// <summary>How many are left; null where it is not counted.</summary>
    public int? PortionsLeft { get; init; }

    /// <summary>Its photo, or null.</summary>
    public Photo? Photo { get; init; }

    /// <summary>Whether it was taken off the menu.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Whether it is served at a moment, as the restaurant's clock shows it.</summary>
    public bool IsServed(DateTime local) => Draft.Hours.Count == 0 || Draft.Hours.Any(hours => hours.Contains(local));
}

/// <summary>A choice that dishes share.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Rises with each change.</param>
/// <param name="Draft">All that a manager says of it, as it is now.</param>
/// <param name="Dishes">How many dishes on the menu ask it.</param>
/// <param name="IsArchived">Whether it was put away.</param>
public sealed record EditedGroup(Guid Id, int Version, GroupDraft Draft, int Dishes, bool IsArchived);
