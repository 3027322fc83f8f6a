namespace TableOrder.Core.Checking;

/// <summary>What a check of a database found.</summary>
/// <param name="Orders">How many orders it looked at.</param>
/// <param name="Events">How many events of theirs it looked at.</param>
/// <param name="Disagreements">What does not agree, a line each; of many only the first.</param>
/// <param name="Count">How many disagreements there were.</param>
public sealed record CheckReport(long Orders, long Events, IReadOnlyList<string> Disagreements, long Count)
{
    /// <summary>Whether nothing was found.</summary>
    public bool AllAgree => Count == 0;
}

/// <summary>How far a check has come.</summary>
/// <param name="Done">Orders looked at.</param>
/// <param name="Of">Orders there are.</param>
public readonly record struct CheckProgress(long Done, long Of);
