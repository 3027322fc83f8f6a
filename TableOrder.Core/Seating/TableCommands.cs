namespace TableOrder.Core.Seating;

/// <summary>New tables, all alike but for their names.</summary>
/// <param name="Names">As on their plates, each at most 20 characters; see <see cref="TableNames.Row"/>.</param>
/// <param name="Area">The part of the room, in every language of the house.</param>
/// <param name="Seats">How many people fit, 1 to 99.</param>
public sealed record AddTables(IReadOnlyList<string> Names, LocalText Area, int Seats)
{
    /// <summary>Takeaway: each party has a seating of its own, and the table several at once.</summary>
    public bool IsCounter { get; init; }
}

/// <summary>A change of one table; what is null stays, so that what two managers change in the same moment is both kept.</summary>
/// <param name="TableId">Which table.</param>
public sealed record ChangeTable(Guid TableId)
{
    /// <summary>As on its plate. Orders that were placed keep the name they were placed at.</summary>
    public string? Name { get; init; }

    /// <summary>The part of the room, in every language of the house. In another part it has no place on the plan yet.</summary>
    public LocalText? Area { get; init; }

    /// <summary>How many people fit, 1 to 99.</summary>
    public int? Seats { get; init; }

    /// <summary>Takeaway, or not.</summary>
    public bool? IsCounter { get; init; }

    /// <summary>Nobody is seated here from now on; who sits there stays.</summary>
    public bool? IsOutOfUse { get; init; }
}

/// <summary>A table that was taken away: what was ordered there is kept, and it can come back.</summary>
/// <param name="Id">The table's id.</param>
/// <param name="Name">As it was on its plate.</param>
/// <param name="Area">The part of the room.</param>
/// <param name="ArchivedAt">When it was taken away.</param>
public sealed record ArchivedTable(Guid Id, string Name, LocalText Area, DateTimeOffset ArchivedAt);

/// <summary>Names of new tables that others have already.</summary>
/// <param name="Names">Which.</param>
public sealed record TableNamesTaken(IReadOnlyList<string> Names) : Refusal(SeatingRefusal.NameTaken);
