namespace TableOrder.Core.Seating;

/// <summary>A table and who sits there now.</summary>
/// <param name="Id">The table's id.</param>
/// <param name="Name">As on its plate: "7".</param>
/// <param name="Area">The part of the room.</param>
/// <param name="Seats">How many people fit.</param>
/// <param name="Token">The secret of its QR code; null for whoever may not see it.</param>
/// <param name="Seating">Who sits there; null where it is free. Who has only scanned its code, and chosen and ordered nothing yet, does not occupy it.</param>
public sealed record TableView(Guid Id, string Name, LocalText Area, int Seats, string? Token, SeatingView? Seating)
{
    /// <summary>Whether a guest would join others here: also where those do not occupy it yet.</summary>
    public bool HasGuests { get; init; }

    /// <summary>Nobody is seated here now.</summary>
    public bool IsOutOfUse { get; init; }

    /// <summary>Takeaway: each party has a seating of its own, and the table several at once.</summary>
    public bool IsCounter { get; init; }

    /// <summary>Where it stands on its area's plan; null where nobody has placed it.</summary>
    public PlanCell? Place { get; init; }

    /// <summary>Who sits there, in the order they came: at most one but at a counter.</summary>
    public IReadOnlyList<SeatingView> Seatings { get; init; } = Seating is null ? [] : [Seating];
}

/// <summary>A party's stay.</summary>
/// <param name="Id">The seating's id.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="Party">How many people, as far as known.</param>
/// <param name="Total">The sum of its uncancelled orders.</param>
/// <param name="Rounds">How many orders it has sent.</param>
public sealed record SeatingView(Guid Id, DateTimeOffset OpenedAt, int Party, Money Total, int Rounds)
{
    /// <summary>The kept sums of its bill: what is due is known without reading it.</summary>
    public BillSums Sums { get; init; }

    /// <summary>How many of its calls nobody has confirmed yet.</summary>
    public int WaitingCalls { get; init; }
}

/// <summary>A party's stay with all that is known of it.</summary>
/// <param name="Id">The seating's id.</param>
/// <param name="TableId">Where it is.</param>
/// <param name="TableName">The table's name.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="ClosedAt">Until when; null while it lasts.</param>
/// <param name="Party">How many people, as far as known.</param>
/// <param name="Total">The sum of its uncancelled orders.</param>
/// <param name="Rounds">How many orders it has sent.</param>
/// <param name="Allergies">What somebody at the table must not eat, as codes of the menu's allergens.</param>
public sealed record SeatingDetail(
    Guid Id,
    Guid TableId,
    string TableName,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt,
    int Party,
    Money Total,
    int Rounds,
    IReadOnlyList<string> Allergies
)
{
    /// <summary>The seating that it became a part of; null where it stands by itself.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>The kept sums of its bill.</summary>
    public BillSums Sums { get; init; }
}

/// <summary>The code that joins a seating now.</summary>
/// <param name="Code">See <see cref="JoinCode"/>.</param>
/// <param name="TableName">The table's name.</param>
/// <param name="NextAt">When another one takes its place; it counts for as long again.</param>
public sealed record CurrentCode(string Code, string TableName, DateTimeOffset NextAt);

/// <summary>A table as its own tablet shows it while nobody sits there.</summary>
/// <param name="TableName">The table's name.</param>
/// <param name="MayBegin">Whether a party can begin there now; else staff has to open it first.</param>
public sealed record FreeTable(string TableName, bool MayBegin);

/// <summary>What a guest is told who joined a table.</summary>
/// <param name="SeatingId">The stay they joined.</param>
/// <param name="TableName">The table's name.</param>
/// <param name="GuestId">Who they are from now on.</param>
/// <param name="Nickname">What the others see.</param>
public sealed record JoinedSeating(Guid SeatingId, string TableName, Guid GuestId, string Nickname);

/// <summary>A stay as one of its guests sees it.</summary>
/// <param name="SeatingId">The seating's id.</param>
/// <param name="TableName">The table's name as it is now.</param>
/// <param name="Nickname">What the others see; empty where the guest gave none.</param>
/// <param name="Number">The how manieth guest of the stay, from 1.</param>
/// <param name="Allergies">What somebody at the table must not eat, as codes of the menu's allergens.</param>
public sealed record OwnSeating(Guid SeatingId, string TableName, string Nickname, int Number, IReadOnlyList<string> Allergies)
{
    /// <summary>How many they are.</summary>
    public int Party { get; init; } = 1;

    /// <summary>The tables of the parties that have become part of this one, in the order they did.</summary>
    public IReadOnlyList<string> JoinedTables { get; init; } = [];

    /// <summary>What they have to pay.</summary>
    public BillSums Sums { get; init; }
}
