using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

internal sealed record StaffMember(Guid Id, string Name, string PasswordHash, Role Role);

internal static class AccessSql
{
    public static StaffMember? ByName(Session session, string name) =>
        session.First("SELECT id, name, password_hash, role FROM staff WHERE name = $1 AND disabled_at IS NULL", Member, name);

    /// <summary>The oldest account of a role; null where there is none.</summary>
    public static StaffMember? First(Session session, Role role) =>
        session.First(
            "SELECT id, name, password_hash, role FROM staff WHERE role = $1 AND disabled_at IS NULL ORDER BY id LIMIT 1",
            Member,
            Columns.ToName(role)
        );

    /// <summary>An account that may be used; null where there is none.</summary>
    public static StaffMember? ById(Session session, Guid id) =>
        session.First("SELECT id, name, password_hash, role FROM staff WHERE id = $1 AND disabled_at IS NULL", Member, id);

    /// <summary>Begins a sign-in; gives its id.</summary>
    public static Guid Begin(Tx tx, Guid staff, string device, Guid? deviceId = null)
    {
        var id = Guid.CreateVersion7(tx.Now);
        tx.Session.Execute(
            "INSERT INTO staff_sessions (id, staff_id, device, started_at, device_id) VALUES ($1, $2, $3, $4, $5)",
            id,
            staff,
            device,
            tx.Now,
            deviceId
        );
        return id;
    }

    /// <summary>Ends a sign-in; one that has ended stays as it is. Gives whether it ended now.</summary>
    public static bool End(Tx tx, Guid session) =>
        tx.Session.Execute("UPDATE staff_sessions SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL", tx.Now, session) == 1;

    /// <summary>The account's name now; null where the sign-in has ended or its account may not be used any more.</summary>
    public static string? CurrentName(Session session, Guid staff, Guid? signIn) =>
        session.First(
            "SELECT t.name FROM staff_sessions s JOIN staff t ON t.id = s.staff_id WHERE s.id = $1 AND t.id = $2 AND s.ended_at IS NULL AND t.disabled_at IS NULL",
            row => row.Text(0),
            signIn,
            staff
        );

    /// <summary>A guest's nickname and seating: where theirs was merged into another, that other. Null where there is no such guest in an open seating.</summary>
    public static (string Nickname, Guid SeatingId)? OpenGuest(Session session, Guid guest) =>
        session.First(
            "SELECT g.nickname, s.id FROM guests g JOIN seatings s ON s.id = g.seating_id WHERE g.id = $1 AND s.closed_at IS NULL",
            row => ((string, Guid)?)(row.Text(0), row.Id(1)),
            guest
        );

    private static StaffMember Member(Row row) => new(row.Id(0), row.Text(1), row.Text(2), row.Name<Role>(3));
}
