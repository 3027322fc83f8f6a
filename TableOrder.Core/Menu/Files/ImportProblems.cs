namespace TableOrder.Core.Menu.Files;

/// <summary>Gathers what keeps a file from being taken.</summary>
internal sealed class ImportProblems(IEnumerable<ImportProblem> read)
{
    private readonly List<ImportProblem> all = [.. read];

    /// <summary>How many there are so far.</summary>
    public int Count => all.Count;

    /// <summary>Those that are told, in the order of the lines.</summary>
    public IReadOnlyList<ImportProblem> Told => [.. all.OrderBy(problem => problem.Line).Take(ImportReport.MostProblems)];

    public void Add(int line, string field, string value = "") => all.Add(new ImportProblem(line, field, ImportText.Short(value)));

    /// <summary>Whether a field of a line is wrong already: it need not be said twice.</summary>
    public bool Has(int line, string field) =>
        all.Exists(problem => problem.Line == line && string.Equals(problem.Field, field, StringComparison.Ordinal));
}
