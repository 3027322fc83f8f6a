using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu.Editing;

/// <summary>Between what a manager says and the rows that hold it.</summary>
internal static class MenuRows
{
    /// <summary>A dish as a manager sees it.</summary>
    /// <param name="row">The dish.</param>
    /// <param name="groups">Its choices that are not archived, in order.</param>
    public static DishDraft Draft(MenuItemRow row, IReadOnlyList<Guid> groups) =>
        new()
        {
            CategoryId = row.CategoryId,
            Name = row.Name,
            Description = row.Description,
            Emoji = row.Emoji,
            Price = row.Price,
            TaxRate = row.TaxRate,
            Station = row.Station,
            Course = row.Course,
            MinQuantity = row.MinQuantity,
            Allergens = row.Allergens,
            Hours = row.Hours,
            Groups = groups,
        };

    /// <summary>A choice as a manager sees it.</summary>
    /// <param name="row">The choice.</param>
    /// <param name="options">Its options that are not archived, in order.</param>
    public static GroupDraft Draft(ModifierGroupRow row, IEnumerable<ModifierRow> options) =>
        new()
        {
            Name = row.Name,
            Min = row.Min,
            Max = row.Max,
            Modifiers =
            [
                .. options.Select(option => new ModifierDraft(option.Id, option.Name)
                {
                    Price = option.Price,
                    SoldOut = option.SoldOut,
                    Allergens = option.Allergens,
                }),
            ],
        };

    /// <summary>A dish's choices that are not archived, in order.</summary>
    public static IReadOnlyList<Guid> Groups(TableOrderDb db, Guid dish) =>
        [
            .. db.Set<ItemGroupRow>()
                .Where(link => link.ItemId == dish)
                .Join(db.Set<ModifierGroupRow>().Where(group => group.ArchivedAt == null), link => link.GroupId, group => group.Id, (link, _) => link)
                .OrderBy(link => link.Position)
                .Select(link => link.GroupId),
        ];

    /// <summary>Writes a draft into a dish's row.</summary>
    public static void Write(MenuItemRow row, DishDraft draft)
    {
        row.CategoryId = draft.CategoryId;
        row.Name = draft.Name;
        row.Description = draft.Description;
        row.Emoji = draft.Emoji;
        row.Price = draft.Price;
        row.TaxRate = draft.TaxRate;
        row.Station = draft.Station;
        row.Course = draft.Course;
        row.MinQuantity = draft.MinQuantity;
        row.Allergens = draft.Allergens;
        row.Hours = draft.Hours;
    }

    /// <summary>Gives a dish these choices, in this order.</summary>
    public static void WriteGroups(TableOrderDb db, Guid dish, IReadOnlyList<Guid> groups) =>
        WriteGroups(db, dish, db.Set<ItemGroupRow>().Where(link => link.ItemId == dish), groups);

    /// <summary>The same for whoever has looked up already which choices it had: many dishes at once need not be asked for one by one.</summary>
    public static void WriteGroups(TableOrderDb db, Guid dish, IEnumerable<ItemGroupRow> before, IReadOnlyList<Guid> groups)
    {
        var links = before.ToDictionary(link => link.GroupId);
        db.RemoveRange(links.Values.Where(link => !groups.Contains(link.GroupId)));
        foreach (var (group, place) in groups.Select((group, place) => (group, place)))
        {
            if (links.TryGetValue(group, out var link))
            {
                link.Position = place;
            }
            else
            {
                db.Add(
                    new ItemGroupRow
                    {
                        ItemId = dish,
                        GroupId = group,
                        Position = place,
                    }
                );
            }
        }
    }

    /// <summary>The place behind all dishes of a category.</summary>
    public static int LastPlace(TableOrderDb db, Guid category) =>
        (db.Set<MenuItemRow>().Where(item => item.CategoryId == category).Max(item => (int?)item.Position) ?? -1) + 1;
}
