using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Settings;

namespace TableOrder.Core.Menu.Files;

/// <summary>What a file makes of the menu that there is: pure. With a problem nothing of it is to be done.</summary>
internal sealed class MenuImport
{
    private readonly EditedMenu menu;
    private readonly RestaurantSettings house;
    private readonly string language;
    private readonly List<ImportProblem> problems;
    private readonly Dictionary<string, Guid> categories = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Guid> groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(Guid Category, string Name), EditedDish> known = [];
    private readonly Dictionary<Guid, int> seen = [];
    private readonly HashSet<(Guid Category, string Name, Guid? Id)> named = [];

    /// <summary>The choices that the file has said already: two of one name are two.</summary>
    private readonly HashSet<Guid> meant = [];

    private MenuImport(EditedMenu menu, MenuFile file, RestaurantSettings house)
    {
        (this.menu, this.house, language, problems) = (menu, house, house.Languages[0], [.. file.Problems]);
        foreach (var category in menu.Categories.OrderBy(category => category.IsArchived))
        {
            Name(categories, category.Name, category.Id);
        }

        foreach (var group in menu.Groups.OrderBy(group => group.IsArchived))
        {
            Name(groups, group.Draft.Name, group.Id);
            groups[$"{group.Id}"] = group.Id;
        }

        foreach (var dish in menu.Dishes.OrderBy(dish => dish.IsArchived))
        {
            known.TryAdd(Key(dish.Draft.CategoryId, dish.Draft.Name), dish);
        }

        foreach (var group in file.Groups)
        {
            Plan(group);
        }

        foreach (var dish in file.Dishes)
        {
            Plan(dish);
        }
    }

    /// <summary>Headings that come, and archived ones that come back, in the file's order.</summary>
    public List<(Guid Id, LocalText Name)> Categories { get; } = [];

    /// <summary>Choices that come, change or come back.</summary>
    public List<(Guid Id, GroupDraft Draft, EditedGroup? Before)> Groups { get; } = [];

    /// <summary>Dishes that come, change or come back, in the file's order.</summary>
    public List<PlannedDish> Dishes { get; } = [];

    /// <summary>How many are so already.</summary>
    public int Same { get; private set; }

    /// <summary>In short.</summary>
    public ImportReport Report =>
        new(
            Dishes.Count(dish => dish.Before is null),
            Dishes.Count(dish => dish.Before is not null),
            Same,
            Categories.Count,
            Groups.Count,
            [.. problems.OrderBy(problem => problem.Line).Take(ImportReport.MostProblems)],
            problems.Count
        );

    public static MenuImport Plan(EditedMenu menu, MenuFile file, RestaurantSettings house) => new(menu, file, house);

    /// <summary>A name leads to what bears it, in whichever language; of two the one that came first.</summary>
    private static void Name(Dictionary<string, Guid> names, LocalText name, Guid id)
    {
        foreach (var text in name.Texts.Values)
        {
            names.TryAdd(text.Trim(), id);
        }
    }

    private static bool Bears(LocalText text, string name) =>
        text.Texts.Values.Any(own => string.Equals(own.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));

    private (Guid Category, string Name) Key(Guid category, LocalText name) => (category, name.In(language).Trim().ToUpperInvariant());

    /// <summary>What is said over what there is, language by language.</summary>
    private static LocalText Over(LocalText said, LocalText before) => said.Texts.Aggregate(before, (text, own) => text.With(own.Key, own.Value));

    private void Wrong(int line, string field, string value) => problems.Add(new ImportProblem(line, field, ImportText.Short(value)));

    private void Plan(FiledGroup filed)
    {
        var before =
            (filed.Id is { } id ? menu.Group(id) : null)
            ?? menu.Groups.FirstOrDefault(group => !meant.Contains(group.Id) && filed.Name.Texts.Values.Any(name => Bears(group.Draft.Name, name)));
        var options = before?.Draft.Modifiers ?? [];
        var draft = MenuRule.Tidy(
            new GroupDraft
            {
                Name = Over(filed.Name, before?.Draft.Name ?? LocalText.Empty),
                Min = filed.Min,
                Max = filed.Max,
                Modifiers =
                [
                    .. filed.Modifiers.Select(option => new ModifierDraft(
                        options
                            .FirstOrDefault(known =>
                                string.Equals(known.Name.In(language), option.Name.In(language), StringComparison.OrdinalIgnoreCase)
                            )
                            ?.Id
                            ?? Guid.CreateVersion7(),
                        option.Name
                    )
                    {
                        Price = option.Price,
                        SoldOut = option.SoldOut,
                        Allergens = option.Allergens,
                    }),
                ],
            },
            house.Languages
        );
        if (MenuRule.Refuse(draft, language) is { } refusal)
        {
            Wrong(filed.Line, "options", $"{draft.Name.In(language)}: {string.Join(", ", refusal.Errors!.Keys)}");
            return;
        }

        var place = before?.Id ?? Guid.CreateVersion7();
        meant.Add(place);
        Name(groups, draft.Name, place);
        if (filed.Id is { } own)
        {
            groups[$"{own}"] = place;
        }

        if (before is null || before.IsArchived || MenuFields.Group.Changed(MenuRule.Tidy(before.Draft, house.Languages), draft).Count > 0)
        {
            Groups.Add((place, draft, before));
        }
    }

    private void Plan(FiledDish filed)
    {
        var count = problems.Count;
        var before = filed.Id is { } id ? menu.Dish(id) : null;
        var category = Category(filed, before);
        var name = Over(filed.Name, before?.Draft.Name ?? LocalText.Empty);
        before ??= known.GetValueOrDefault(Key(category, name));
        var draft = MenuRule.Tidy(Draft(filed, before, category), house.Languages);
        foreach (var field in MenuRule.Refuse(draft, language)?.Errors?.Keys ?? [])
        {
            Wrong(filed.Line, field, field is "name" ? draft.Name.In(language) : "");
        }

        if (draft.Station is { } station && menu.Stations.All(one => !string.Equals(one.Slug, station, StringComparison.Ordinal)))
        {
            Wrong(filed.Line, "station", station);
        }

        if (filed.Portions is < -1 or > MenuRule.MostPortions)
        {
            Wrong(filed.Line, "portions", $"{filed.Portions}");
        }

        if ((before is not null && !seen.TryAdd(before.Id, filed.Line)) || !named.Add((category, Key(category, draft.Name).Name, filed.Id)))
        {
            Wrong(filed.Line, "twice", draft.Name.In(language));
        }

        if (problems.Count > count)
        {
            return;
        }

        var planned = new PlannedDish(before?.Id ?? Guid.CreateVersion7(), draft, before)
        {
            // What is kept may be older than how it is tidied now.
            IsOther = before is null || MenuFields.Dish.Changed(MenuRule.Tidy(before.Draft, house.Languages), draft).Count > 0,
            SoldOut = filed.SoldOut ?? before?.SoldOut ?? false,
            Portions = filed.Portions is { } portions ? (portions < 0 ? null : portions) : before?.PortionsLeft,
        };
        if (planned.ChangesSomething)
        {
            Dishes.Add(planned);
        }
        else
        {
            Same++;
        }
    }

    private Guid Category(FiledDish filed, EditedDish? before)
    {
        if (filed.Category.Texts.Count == 0)
        {
            if (before is null)
            {
                Wrong(filed.Line, "category", "");
            }

            return before?.Draft.CategoryId ?? Guid.Empty;
        }

        var found = filed
            .Category.Texts.Values.Select(name => categories.TryGetValue(name.Trim(), out var id) ? id : (Guid?)null)
            .FirstOrDefault(id => id is not null);
        if (found is { } there)
        {
            if (menu.Category(there) is { IsArchived: true } archived && Categories.TrueForAll(category => category.Id != there))
            {
                Categories.Add((there, archived.Name));
            }

            return there;
        }

        var name = MenuRule.Tidy(filed.Category, house.Languages);
        if (MenuRule.Refuse(name, language) is not null)
        {
            Wrong(filed.Line, "category", filed.Category.In(language));
            return Guid.Empty;
        }

        var fresh = Guid.CreateVersion7();
        Categories.Add((fresh, name));
        Name(categories, name, fresh);
        return fresh;
    }

    private DishDraft Draft(FiledDish filed, EditedDish? before, Guid category)
    {
        var usual =
            before?.Draft
            ?? new DishDraft
            {
                CategoryId = category,
                Name = LocalText.Empty,
                TaxRate = house.TaxRate,
            };
        if (filed.Price is null && before is null && !problems.Exists(problem => problem.Line == filed.Line && problem.Field is "price"))
        {
            Wrong(filed.Line, "price", "");
        }

        return usual with
        {
            CategoryId = category,
            Name = Over(filed.Name, usual.Name),
            Description = Over(filed.Description, usual.Description),
            Emoji = filed.Emoji ?? usual.Emoji,
            Price = filed.Price ?? usual.Price,
            TaxRate = filed.TaxRate ?? usual.TaxRate,
            Station = filed.Station is { } station ? (station.Length == 0 ? null : station) : usual.Station,
            Course = filed.Course ?? usual.Course,
            MinQuantity = filed.MinQuantity ?? usual.MinQuantity,
            Allergens = filed.Allergens ?? usual.Allergens,
            Hours = filed.Hours ?? usual.Hours,
            Groups = filed.Options is { } options ? [.. options.Select(option => Group(filed.Line, option)).OfType<Guid>()] : usual.Groups,
        };
    }

    private Guid? Group(int line, string option)
    {
        if (groups.TryGetValue(option.Trim(), out var id) && (menu.Group(id) is not { IsArchived: true } || Groups.Exists(group => group.Id == id)))
        {
            return id;
        }

        Wrong(line, "options", option);
        return null;
    }
}

/// <summary>A dish as a file makes it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Draft">As it shall be.</param>
/// <param name="Before">As it is; null: it comes.</param>
internal sealed record PlannedDish(Guid Id, DishDraft Draft, EditedDish? Before)
{
    public required bool SoldOut { get; init; }

    public required int? Portions { get; init; }

    /// <summary>Whether anything of the draft is another than what is kept.</summary>
    public required bool IsOther { get; init; }

    public bool ChangesSomething => IsOther || Before is null || Before.IsArchived || Before.SoldOut != SoldOut || Before.PortionsLeft != Portions;
}
