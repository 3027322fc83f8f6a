namespace TableOrder.Core.Seating;

/// <summary>A table and who sits there now.</summary>
/// <param name="Id">The table's id.</param>
/// <param name="Name">As on its plate: "7".</param>
/// <param name="Area">The part of the room.</param>
/// <param name="Seats">How many people fit.</param>
/// <param name="Token">The secret of its QR code; null for whoever may not see it.</param>
/// <param name="Seating">Who sits there; null where it is free.</param>
public sealed record TableView(Guid Id, string Name, LocalText Area, int Seats, string? Token, SeatingView? Seating);

/// <summary>A party's stay.</summary>
/// <param name="Id">The seating's id.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="Party">How many people, as far as known.</param>
/// <param name="Total">The sum of its uncancelled orders.</param>
/// <param name="Rounds">How many orders it has sent.</param>
public sealed record SeatingView(Guid Id, DateTimeOffset OpenedAt, int Party, Money Total, int Rounds);

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
public sealed record OwnSeating(Guid SeatingId, string TableName, string Nickname, int Number, IReadOnlyList<string> Allergies);
