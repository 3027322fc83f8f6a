using System.Text.Json;

namespace TableOrder.Bench.Board;

/// <summary>What the boards' orders are made of: fifty kinds of three dishes each, the same on a board of any size.</summary>
internal sealed class BoardMenu(JsonElement menu)
{
    /// <summary>How many kinds of orders there are.</summary>
    public const int Kinds = 50;

    private const int LinesEach = 3;
    private readonly JsonElement[] dishes =
    [
        .. menu.GetProperty("categories")
            .EnumerateArray()
            .SelectMany(category => category.GetProperty("items").EnumerateArray())
            .Where(IsCooked)
            .GroupBy(dish => dish.GetProperty("course").GetInt32())
            .MinBy(course => course.Key)!,
    ];

    /// <summary>The body of an order of one kind.</summary>
    public object Order(int kind) =>
        new { lines = Enumerable.Range(0, LinesEach).Select(i => Line(dishes[((LinesEach * kind) + i) % dishes.Length])) };

    /// <summary>A dish that some station makes. Of the lowest course alone, none waits for another: so every line begins alike.</summary>
    private static bool IsCooked(JsonElement dish) =>
        dish.GetProperty("station").ValueKind == JsonValueKind.String
        && !dish.GetProperty("soldOut").GetBoolean()
        && dish.GetProperty("portionsLeft").ValueKind == JsonValueKind.Null;

    private static object Line(JsonElement dish) =>
        new
        {
            menuItemId = dish.GetProperty("id").GetGuid(),
            quantity = dish.GetProperty("minQuantity").GetInt32(),
            modifierIds = dish.GetProperty("modifierGroups").EnumerateArray().SelectMany(Fewest),
        };

    /// <summary>As few options as a group demands.</summary>
    private static IEnumerable<Guid> Fewest(JsonElement group) =>
        group
            .GetProperty("modifiers")
            .EnumerateArray()
            .Where(modifier => !modifier.GetProperty("soldOut").GetBoolean())
            .Take(group.GetProperty("min").GetInt32())
            .Select(modifier => modifier.GetProperty("id").GetGuid());
}
