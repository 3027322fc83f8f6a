using System.Globalization;
using TableOrder.Core.Settings;

namespace TableOrder.Core.Menu.Files;

/// <summary>A line of a table, cell by cell. An empty cell says nothing, but where "none" can be meant: the station, the allergens, the options and the portions of a line that has their column.</summary>
internal sealed class FiledCells(
    int line,
    IReadOnlyList<string> columns,
    IReadOnlyList<string> cells,
    RestaurantSettings house,
    List<ImportProblem> problems
)
{
    private static readonly string[] Yes = ["yes", "true", "1", "y", "예", "네"];
    private static readonly string[] No = ["no", "false", "0", "n", "아니요", ""];

    /// <summary>A line without anything, as spreadsheets leave them at the end.</summary>
    public bool IsEmpty => cells.All(string.IsNullOrWhiteSpace);

    public FiledDish Dish() =>
        new(line)
        {
            Id = Said("id", text => Guid.TryParse(text, out var id) ? id : (Guid?)null),
            Category = Text("category"),
            Name = Text("name"),
            Description = Text("description"),
            Emoji = Cell("emoji") is { Length: > 0 } emoji ? emoji : null,
            Price = Said("price", text => Amounts.Read(text, house.Currency)),
            TaxRate = Said("tax", Amounts.Points),
            Station = Cell("station")?.ToLowerInvariant(),
            Course = Said("course", Number),
            MinQuantity = Said("min_quantity", Number),
            Allergens = List("allergens")?.ConvertAll(code => code.ToLowerInvariant()),
            Options = List("options"),
            SoldOut = Cell("sold_out") is { } soldOut ? Flag("sold_out", soldOut) : null,
            Portions = Cell("portions") is "" ? -1 : Said("portions", Number),
        };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The cell of a column; null where there is no such column.</summary>
    private string? Cell(string column) =>
        columns.ToList().IndexOf(column) is var place and >= 0 ? (place < cells.Count ? MenuCsv.Plain(cells[place]).Trim() : "") : null;

    private LocalText Text(string field)
    {
        var texts = house
            .Languages.Select(language => (Language: language, Text: Cell($"{field}_{language}")))
            .Append((Language: house.Languages[0], Text: Cell(field)))
            .Where(said => !string.IsNullOrEmpty(said.Text))
            .DistinctBy(said => said.Language, StringComparer.Ordinal);
        return new LocalText(texts.ToDictionary(said => said.Language, said => said.Text!, StringComparer.Ordinal));
    }

    private List<string>? List(string column) =>
        Cell(column)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();

    private T? Said<T>(string column, Func<string, T?> read)
        where T : struct
    {
        if (Cell(column) is not { Length: > 0 } text)
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            problems.Add(new ImportProblem(line, column, ImportText.Short(text)));
        }

        return value;
    }

    private bool? Flag(string column, string text)
    {
        if (Yes.Contains(text, StringComparer.OrdinalIgnoreCase) || No.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Yes.Contains(text, StringComparer.OrdinalIgnoreCase);
        }

        problems.Add(new ImportProblem(line, column, ImportText.Short(text)));
        return null;
    }
}
