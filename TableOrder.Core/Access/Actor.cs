namespace TableOrder.Core.Access;

/// <summary>Who does it: the first argument of every Desk and Reader method, never ambient.</summary>
/// <param name="Role">What they may do, see <see cref="Rights"/>.</param>
/// <param name="Id">The guest's or staff member's id; empty for nobody and the system.</param>
/// <param name="Name">For people: the nickname or account name.</param>
/// <param name="Device">Where from, as the event log shall tell: "tablet", "phone", "api", "simulator".</param>
public sealed record Actor(Role Role, Guid Id, string Name, string Device)
{
    /// <summary>Nobody has signed in.</summary>
    public static Actor Nobody { get; } = new(Role.Nobody, Guid.Empty, "", "");

    /// <summary>The app itself: seeding, clean-up.</summary>
    public static Actor System { get; } = new(Role.System, Guid.Empty, "system", "server");

    /// <summary>The seating whose guest this is; only for <see cref="Role.Guest"/>.</summary>
    public Guid? SeatingId { get; init; }

    /// <summary>The sign-in this is; signing out ends it wherever its cookie or token is. Only for staff.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>A guest of a seating.</summary>
    public static Actor Guest(Guid seatingId, Guid guestId, string name, string device) =>
        new(Role.Guest, guestId, name, device) { SeatingId = seatingId };

    /// <summary>The only seating whose orders this actor may see; null for staff, who see all. A guest without a seating sees nothing.</summary>
    public Guid? OnlySeating => Role == Role.Guest ? SeatingId ?? Guid.Empty : null;

    /// <summary>Whether this is a member of staff.</summary>
    public bool IsStaff => Role is Role.Kitchen or Role.Floor or Role.Manager;

    /// <summary>As written into the event log: "guest:ID", "staff:ID" or "system".</summary>
    public string LogName =>
        Role switch
        {
            Role.Guest => $"guest:{Id}",
            Role.System => "system",
            _ => $"staff:{Id}",
        };
}
