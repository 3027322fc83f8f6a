using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Settings;

namespace TableOrder.Core.Menu.Files;

/// <summary>A menu as one JSON document, see <see cref="MenuDocument"/>: to keep it, to carry it to another restaurant, to make it by a program.</summary>
public static class MenuJson
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The document of a menu; what is archived is not in it.</summary>
    public static string Write(EditedMenu menu, RestaurantSettings house)
    {
        var document = new MenuDocument
        {
            Format = MenuDocument.Known,
            Currency = house.Currency,
            Options = [.. menu.Groups.Where(group => !group.IsArchived).Select(Option)],
            Categories =
            [
                .. menu
                    .Categories.Where(category => !category.IsArchived)
                    .Select(category => new CategoryDocument
                    {
                        Name = category.Name,
                        Dishes = [.. menu.In(category.Id).Where(dish => !dish.IsArchived).Select(Dish)],
                    }),
            ],
        };
        return JsonSerializer.Serialize(document, Form);
    }

    /// <summary>Reads such a document.</summary>
    public static MenuFile Read(string text, RestaurantSettings house)
    {
        try
        {
            var document = JsonSerializer.Deserialize<MenuDocument>(text, Form) ?? throw new JsonException();
            if (!string.Equals(document.Format, MenuDocument.Known, StringComparison.Ordinal))
            {
                return Broken(1, "file", document.Format);
            }

            if (!string.Equals(document.Currency, house.Currency, StringComparison.Ordinal))
            {
                return Broken(1, "currency", document.Currency);
            }

            var (dishes, options) = (LinesOf(text, "dishes"), LinesOf(text, "options"));
            var file = new MenuFile(
                [
                    .. document
                        .Categories.SelectMany(category => category.Dishes.Select(dish => (category, dish)))
                        .Select((pair, i) => Filed(pair.category, pair.dish, dishes[i])),
                ],
                [.. document.Options.Select((option, i) => Filed(option, options[i]))],
                []
            );
            return file.Dishes.Count > MenuFile.MostDishes ? Broken(1, "file", "") : file;
        }
        catch (JsonException broken)
        {
            return Broken((int)(broken.LineNumber ?? 0) + 1, "file", broken.Path ?? "");
        }
    }

    private static MenuFile Broken(int line, string field, string value) => new([], [], [new ImportProblem(line, field, ImportText.Short(value))]);

    private static OptionDocument Option(EditedGroup group) =>
        new()
        {
            Id = group.Id,
            Name = group.Draft.Name,
            Min = group.Draft.Min,
            Max = group.Draft.Max,
            Choices =
            [
                .. group.Draft.Modifiers.Select(choice => new ChoiceDocument
                {
                    Name = choice.Name,
                    Price = choice.Price.Minor,
                    SoldOut = choice.SoldOut,
                    Allergens = Menu.Allergens.InOrder(choice.Allergens),
                }),
            ],
        };

    private static DishDocument Dish(EditedDish dish) =>
        new()
        {
            Id = dish.Id,
            Name = dish.Draft.Name,
            Description = dish.Draft.Description,
            Emoji = dish.Draft.Emoji,
            Price = dish.Draft.Price.Minor,
            TaxRate = dish.Draft.TaxRate,
            Station = dish.Draft.Station ?? "",
            Course = dish.Draft.Course,
            MinQuantity = dish.Draft.MinQuantity,
            Allergens = Menu.Allergens.InOrder(dish.Draft.Allergens),
            Hours = dish.Draft.Hours,
            Options = [.. dish.Draft.Groups.Select(group => $"{group}")],
            SoldOut = dish.SoldOut,
            Portions = dish.PortionsLeft ?? -1,
        };

    private static FiledDish Filed(CategoryDocument category, DishDocument dish, int line) =>
        new(line)
        {
            Id = dish.Id,
            Category = category.Name,
            Name = dish.Name,
            Description = dish.Description,
            Emoji = dish.Emoji,
            Price = dish.Price is { } price ? new Money(price) : null,
            TaxRate = dish.TaxRate,
            Station = dish.Station,
            Course = dish.Course,
            MinQuantity = dish.MinQuantity,
            Allergens = dish.Allergens,
            Hours = dish.Hours,
            Options = dish.Options,
            SoldOut = dish.SoldOut,
            Portions = dish.Portions,
        };

    private static FiledGroup Filed(OptionDocument option, int line) =>
        new(
            line,
            option.Name,
            option.Min,
            option.Max,
            [.. option.Choices.Select(choice => new FiledModifier(choice.Name, new Money(choice.Price), choice.SoldOut, choice.Allergens))]
        )
        {
            Id = option.Id,
        };

    /// <summary>On which line each object of the arrays of a name begins, in their order.</summary>
    private static List<int> LinesOf(string text, string array)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        var (lines, line, counted, inside) = (new List<int>(), 1, 0, -1);
        var isNamed = false;
        while (reader.Read())
        {
            line += bytes.AsSpan(counted, (int)reader.TokenStartIndex - counted).Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.StartArray && isNamed)
            {
                inside = reader.CurrentDepth;
            }
            else if (reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == inside)
            {
                inside = -1;
            }
            else if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == inside + 1 && inside >= 0)
            {
                lines.Add(line);
            }

            isNamed = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(array);
        }

        return lines;
    }
}
