using System.Globalization;
using Microsoft.Extensions.Localization;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Editing;
using TableOrder.Web.Guest;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager.Dishes;

/// <summary>Fields of the menu and what stands in them, as people read it.</summary>
internal static class DishWords
{
    /// <summary>A language as its speakers call it.</summary>
    public static string Language(string code) => CultureInfo.GetCultureInfo(code).NativeName;

    /// <summary>A field's name: "Name (English)".</summary>
    public static string Field(this IStringLocalizer<DishTexts> texts, string field) =>
        field.Split('.') is [var name, var language]
            ? texts["FieldIn", texts[$"Field_{name}"], language is "*" ? language : Language(language)]
            : texts[$"Field_{field}"];

    /// <summary>What stands in a dish's field.</summary>
    public static string Value(
        this IStringLocalizer<DishTexts> texts,
        IStringLocalizer<CommonTexts> common,
        MenuEditing page,
        DishDraft dish,
        string field
    ) =>
        Shown(
            texts,
            field.Split('.') is [var name, var language]
                ? (name is "name" ? dish.Name : dish.Description).Own(language)
                : field switch
                {
                    "category" => page.Menu.Category(dish.CategoryId)?.Name.Here(),
                    "emoji" => dish.Emoji,
                    "price" => dish.Price.Here(page.Currency),
                    "taxRate" => $"{MoneyText.Percent(dish.TaxRate)} %",
                    "station" => page.Menu.Whole.Station(dish.Station)?.Name.Here() ?? texts["NoStation"],
                    "course" => Number(dish.Course),
                    "minQuantity" => Number(dish.MinQuantity),
                    "allergens" => string.Join(", ", dish.Allergens.Select(code => common.Allergen(code))),
                    "hours" => dish.Hours.Count == 0 ? texts["Always"] : ServingWords.Of(dish.Hours),
                    _ => string.Join(", ", dish.Groups.Select(group => page.Menu.Group(group)?.Draft.Name.Here())),
                }
        );

    /// <summary>What stands in a choice's field.</summary>
    public static string Value(this IStringLocalizer<DishTexts> texts, MenuEditing page, GroupDraft group, string field) =>
        Shown(
            texts,
            field switch
            {
                "min" => Number(group.Min),
                "max" => Number(group.Max),
                "modifiers" => string.Join(", ", group.Modifiers.Select(option => Option(texts, page, option))),
                _ => group.Name.Own(field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..]),
            }
        );

    private static string Option(IStringLocalizer<DishTexts> texts, MenuEditing page, ModifierDraft option)
    {
        var price = option.Price.Minor == 0 ? "" : $" +{option.Price.Here(page.Currency)}";
        return $"{option.Name.Here()}{price}{(option.SoldOut ? $" ({texts["SoldOut"]})" : "")}";
    }

    private static string Shown(IStringLocalizer<DishTexts> texts, string? value) => value is { Length: > 0 } ? value : texts["Nothing"];

    private static string Number(int number) => number.ToString(CultureInfo.CurrentCulture);
}
