namespace TableOrder.Core.Checking;

/// <summary>Collects what does not agree: the first hundred in words, all by number.</summary>
internal sealed class Findings
{
    private const int MostLines = 100;
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public long Count { get; private set; }

    public void Add(string line)
    {
        Count++;
        if (lines.Count < MostLines)
        {
            lines.Add(line);
        }
    }

    /// <summary>Adds a line where two things that should be the same are not.</summary>
    public void Expect<T>(T kept, T counted, FormattableString what)
        where T : IEquatable<T>
    {
        if (!kept.Equals(counted))
        {
            Add(FormattableString.Invariant(what) + FormattableString.Invariant($" is {kept}, counted {counted}"));
        }
    }
}
