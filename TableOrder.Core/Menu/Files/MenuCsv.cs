using System.Globalization;
using CsvHelper;
using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Settings;

namespace TableOrder.Core.Menu.Files;

/// <summary>
/// A menu's dishes as a table, a line each, for a spreadsheet. Cells that a spreadsheet would take for a formula begin with an apostrophe (OWASP, "CSV Injection"), and are read back
/// without it. What a choice consists of does not fit a table: it is named here, and said in the other form, <see cref="MenuJson"/>.
/// </summary>
public static class MenuCsv
{
    private const char Escape = '\'';
    private const char ByteOrderMark = '\uFEFF';
    private const string Formula = "=@+-\t\r";
    private static readonly CsvWriterOptions Safe = new() { Injection = CsvInjection.Escape };
    private static readonly CsvReaderOptions Generous = new()
    {
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = MenuFile.MostBytes,
    };
    private static readonly string[] Fields =
    [
        "price",
        "tax",
        "station",
        "emoji",
        "course",
        "min_quantity",
        "allergens",
        "options",
        "sold_out",
        "portions",
    ];

    /// <summary>The table of a menu, with the mark by which spreadsheets know that it is UTF-8.</summary>
    public static string Write(EditedMenu menu, RestaurantSettings house)
    {
        var groups = Names(menu, house.Languages[0]);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write(ByteOrderMark);
        using (var csv = CsvWriter.Create(text, Safe, leaveOpen: true))
        {
            Line(csv, ["id", .. Texts("category"), .. Texts("name"), .. Texts("description"), .. Fields]);
            foreach (var category in menu.Categories)
            {
                foreach (var dish in menu.In(category.Id).Where(dish => !dish.IsArchived))
                {
                    Line(csv, Cells(category, dish, house, groups));
                }
            }
        }

        return text.ToString();

        IEnumerable<string> Texts(string field) => house.Languages.Select(language => $"{field}_{language}");
    }

    /// <summary>Reads such a table, or one with fewer columns: "category", "name" and "price" alone make dishes. Between cells stand commas, semicolons or tabs.</summary>
    public static MenuFile Read(string text, RestaurantSettings house)
    {
        using var csv = CsvReader.FromText(text.TrimStart(ByteOrderMark), Generous);
        var (dishes, problems) = (new List<FiledDish>(), new List<ImportProblem>());
        try
        {
            csv.ReadHeader();
            var columns = csv.Headers.Select(name => name.Trim().ToLowerInvariant().Replace(' ', '_')).ToList();
            if (!columns.Exists(column => column is "id" or "name" || column.StartsWith("name_", StringComparison.Ordinal)))
            {
                return Broken(1, string.Join(", ", columns));
            }

            while (csv.Read())
            {
                var record = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToList();
                var cells = new FiledCells((int)csv.LineNumber, columns, record, house, problems);
                if (!cells.IsEmpty)
                {
                    dishes.Add(cells.Dish());
                }

                if (dishes.Count > MenuFile.MostDishes)
                {
                    return Broken((int)csv.LineNumber, "");
                }
            }
        }
        catch (CsvFormatException broken)
        {
            return Broken((int)broken.LineNumber, "");
        }

        return new MenuFile(dishes, [], problems);

        static MenuFile Broken(int line, string value) => new([], [], [new ImportProblem(Math.Max(1, line), "file", ImportText.Short(value))]);
    }

    /// <summary>Choices by their names; of several that are called the same, by their ids.</summary>
    private static Dictionary<Guid, string> Names(EditedMenu menu, string language) =>
        menu
            .Groups.GroupBy(group => group.Draft.Name.In(language), StringComparer.OrdinalIgnoreCase)
            .SelectMany(same => same.Select(group => (group.Id, Name: same.Count() > 1 || same.Key.Contains(';') ? $"{group.Id}" : same.Key)))
            .ToDictionary(group => group.Id, group => group.Name);

    private static void Line(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            // Another apostrophe before one that would be taken for the escape.
            csv.WriteField(IsEscaped(cell) ? Escape + cell : cell);
        }

        csv.EndRecord();
    }

    private static IEnumerable<string> Cells(EditedCategory category, EditedDish dish, RestaurantSettings house, Dictionary<Guid, string> groups)
    {
        var draft = dish.Draft;
        return
        [
            $"{dish.Id}",
            .. house.Languages.Select(category.Name.Own),
            .. house.Languages.Select(draft.Name.Own),
            .. house.Languages.Select(draft.Description.Own),
            Amounts.Write(draft.Price, house.Currency),
            Amounts.Percent(draft.TaxRate),
            draft.Station ?? "",
            draft.Emoji,
            Number(draft.Course),
            Number(draft.MinQuantity),
            string.Join("; ", Allergens.InOrder(draft.Allergens)),
            string.Join("; ", draft.Groups.Select(group => groups.GetValueOrDefault(group, ""))),
            dish.SoldOut ? "yes" : "no",
            dish.PortionsLeft is { } left ? Number(left) : "",
        ];
    }

    /// <summary>A cell as it was meant.</summary>
    internal static string Plain(string cell) => IsEscaped(cell) ? cell[1..] : cell;

    private static bool IsEscaped(string cell) =>
        cell.TrimStart(Escape) is var rest && rest.Length > 0 && rest.Length < cell.Length && Formula.Contains(rest[0]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
