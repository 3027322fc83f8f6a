using System.Globalization;
using CsvHelper;

namespace TableOrder.Web.Manager.Sales;

/// <summary>Writes a table as RFC 4180 has it, in UTF-8 with the mark by which Excel knows it.</summary>
internal static class SalesCsv
{
    /// <summary>A dish may be called "=1+1": a text that a spreadsheet would take for a formula gets an apostrophe before it. Numbers stay numbers.</summary>
    private static readonly CsvWriterOptions Form = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    /// <summary>The file of a table.</summary>
    /// <param name="head">The columns' names.</param>
    /// <param name="rows">Texts, numbers, and nulls, which are empty cells.</param>
    public static byte[] Write(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Form, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(head))
            {
                foreach (var cell in row)
                {
                    Write(csv, cell);
                }

                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    private static void Write(CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case int number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case long number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case decimal number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            default:
                csv.WriteField((string?)cell);
                break;
        }
    }
}
