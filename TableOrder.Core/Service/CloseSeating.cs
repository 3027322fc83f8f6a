namespace TableOrder.Core.Service;

/// <summary>The party leaves.</summary>
/// <param name="SeatingId">Whose stay ends.</param>
public sealed record CloseSeating(Guid SeatingId)
{
    /// <summary>Lines that are not ready yet are cancelled with it; false: open orders refuse.</summary>
    public bool Force { get; init; }

    /// <summary>What is due is written off, and why, in at most 200 characters: a manager's alone.</summary>
    public string? WriteOffReason { get; init; }

    /// <summary>At most so much is written off: as much as stood there when it was decided. Null: whatever is due.</summary>
    public Money? WriteOffAtMost { get; init; }
}
