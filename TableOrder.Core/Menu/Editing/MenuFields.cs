namespace TableOrder.Core.Menu.Editing;

/// <summary>The fields of what stands on the menu.</summary>
public static class MenuFields
{
    /// <summary>A dish's.</summary>
    public static Merging<DishDraft> Dish { get; } = new(OfDishes);

    /// <summary>Those of a choice that dishes share. Its options are one field: their order counts, too.</summary>
    public static Merging<GroupDraft> Group { get; } = new(OfGroups);

    private static IEnumerable<Merging<DishDraft>.Field> OfDishes(IReadOnlyList<DishDraft> dishes)
    {
        foreach (var language in Languages(dishes.Select(dish => dish.Name)))
        {
            yield return new(
                $"name.{language}",
                dish => dish.Name.Own(language),
                (from, into) => into with { Name = into.Name.With(language, from.Name.Own(language)) }
            );
        }

        foreach (var language in Languages(dishes.Select(dish => dish.Description)))
        {
            yield return new(
                $"description.{language}",
                dish => dish.Description.Own(language),
                (from, into) => into with { Description = into.Description.With(language, from.Description.Own(language)) }
            );
        }

        yield return new("category", dish => dish.CategoryId, (from, into) => into with { CategoryId = from.CategoryId });
        yield return new("emoji", dish => dish.Emoji, (from, into) => into with { Emoji = from.Emoji });
        yield return new("price", dish => dish.Price, (from, into) => into with { Price = from.Price });
        yield return new("taxRate", dish => dish.TaxRate, (from, into) => into with { TaxRate = from.TaxRate });
        yield return new("station", dish => dish.Station, (from, into) => into with { Station = from.Station });
        yield return new("course", dish => dish.Course, (from, into) => into with { Course = from.Course });
        yield return new("minQuantity", dish => dish.MinQuantity, (from, into) => into with { MinQuantity = from.MinQuantity });
        yield return new("allergens", dish => dish.Allergens, (from, into) => into with { Allergens = from.Allergens });
        yield return new("hours", dish => dish.Hours, (from, into) => into with { Hours = from.Hours });
        yield return new("groups", dish => dish.Groups, (from, into) => into with { Groups = from.Groups });
    }

    private static IEnumerable<Merging<GroupDraft>.Field> OfGroups(IReadOnlyList<GroupDraft> groups)
    {
        foreach (var language in Languages(groups.Select(group => group.Name)))
        {
            yield return new(
                $"name.{language}",
                group => group.Name.Own(language),
                (from, into) => into with { Name = into.Name.With(language, from.Name.Own(language)) }
            );
        }

        yield return new("min", group => group.Min, (from, into) => into with { Min = from.Min });
        yield return new("max", group => group.Max, (from, into) => into with { Max = from.Max });
        yield return new("modifiers", group => group.Modifiers, (from, into) => into with { Modifiers = from.Modifiers });
    }

    private static IEnumerable<string> Languages(IEnumerable<LocalText> texts) =>
        texts.SelectMany(text => text.Texts.Keys).Distinct(StringComparer.Ordinal);
}
