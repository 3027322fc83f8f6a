using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Settings;

namespace TableOrder.Core.Menu.Files;

/// <summary>What a file makes of the menu that there is: pure. With a problem nothing of it is to be done.</summary>
internal sealed class MenuImport
{
    private readonly RestaurantSettings house;
    private readonly string language;
    private readonly ImportProblems problems;
    private readonly HashSet<string> stations;
    private readonly Dictionary<Guid, EditedDish> byId;
    private readonly Dictionary<(Guid Category, string Name), EditedDish> byName = [];
    private readonly HashSet<Guid> seen = [];
    private readonly HashSet<(Guid Category, string Name, Guid? Id)> named = [];

    private MenuImport(EditedMenu menu, MenuFile file, RestaurantSettings house)
    {
        (this.house, language, problems) = (house, house.Languages[0], new ImportProblems(file.Problems));
        (Categories, Groups) = (new ImportedCategories(menu, house.Languages, problems), new ImportedGroups(menu, house.Languages, problems));
        stations = menu.Stations.Select(station => station.Slug).ToHashSet(StringComparer.Ordinal);
        byId = menu.Dishes.ToDictionary(dish => dish.Id);
        foreach (var dish in menu.Dishes.OrderBy(dish => dish.IsArchived))
        {
            byName.TryAdd((dish.Draft.CategoryId, Plain(dish.Draft.Name)), dish);
        }

        foreach (var group in file.Groups)
        {
            Groups.Plan(group);
        }

        foreach (var dish in file.Dishes)
        {
            Plan(dish);
        }
    }

    /// <summary>The headings of its dishes.</summary>
    public ImportedCategories Categories { get; }

    /// <summary>The choices of its dishes.</summary>
    public ImportedGroups Groups { get; }

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
            Categories.New.Count,
            Groups.Changed.Count,
            problems.Told,
            problems.Count
        );

    public static MenuImport Plan(EditedMenu menu, MenuFile file, RestaurantSettings house) => new(menu, file, house);

    /// <summary>A name as two are compared.</summary>
    private string Plain(LocalText name) => name.In(language).Trim().ToUpperInvariant();

    private void Plan(FiledDish filed)
    {
        var count = problems.Count;
        var before = filed.Id is { } id ? byId.GetValueOrDefault(id) : null;
        var category = Categories.Of(filed, before);
        before ??= byName.GetValueOrDefault((category, Plain(filed.Name)));
        var draft = MenuRule.Tidy(Draft(filed, before, category), house.Languages);
        Check(filed, draft, before);
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

    private void Check(FiledDish filed, DishDraft draft, EditedDish? before)
    {
        if (filed.Price is null && before is null && !problems.Has(filed.Line, "price"))
        {
            problems.Add(filed.Line, "price");
        }

        foreach (var field in MenuRule.Refuse(draft, language)?.Errors?.Keys ?? [])
        {
            problems.Add(filed.Line, field, Wrong(draft, field));
        }

        if (draft.Station is { } station && !stations.Contains(station))
        {
            problems.Add(filed.Line, "station", station);
        }

        if (filed.Portions is < -1 or > MenuRule.MostPortions)
        {
            problems.Add(filed.Line, "portions", $"{filed.Portions}");
        }

        if ((before is not null && !seen.Add(before.Id)) || !named.Add((draft.CategoryId, Plain(draft.Name), filed.Id)))
        {
            problems.Add(filed.Line, "twice", draft.Name.In(language));
        }
    }

    /// <summary>What stands in a field that cannot be so: by it the line is found in the file.</summary>
    private string Wrong(DishDraft draft, string field) =>
        field switch
        {
            "name" => draft.Name.In(language),
            "description" => draft.Description.Texts.Values.MaxBy(text => text.Length) ?? "",
            "emoji" => draft.Emoji,
            "price" => Amounts.Write(draft.Price, house.Currency),
            "taxRate" => Amounts.Percent(draft.TaxRate),
            "course" => $"{draft.Course}",
            "minQuantity" => $"{draft.MinQuantity}",
            "allergens" => string.Join("; ", draft.Allergens.Except(Allergens.All, StringComparer.Ordinal)),
            _ => "",
        };

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
        return usual with
        {
            CategoryId = category,
            Name = ImportText.Over(filed.Name, usual.Name),
            Description = ImportText.Over(filed.Description, usual.Description),
            Emoji = filed.Emoji ?? usual.Emoji,
            Price = filed.Price ?? usual.Price,
            TaxRate = filed.TaxRate ?? usual.TaxRate,
            Station = filed.Station is { } station ? (station.Length == 0 ? null : station) : usual.Station,
            Course = filed.Course ?? usual.Course,
            MinQuantity = filed.MinQuantity ?? usual.MinQuantity,
            Allergens = filed.Allergens ?? usual.Allergens,
            Hours = filed.Hours ?? usual.Hours,
            Groups = filed.Options is { } options ? [.. options.Select(option => Groups.Find(filed.Line, option)).OfType<Guid>()] : usual.Groups,
        };
    }
}
