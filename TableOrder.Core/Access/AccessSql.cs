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

    /// <summary>Begins a sign-in; gives its id.</summary>
    public static Guid Begin(Tx tx, Guid staff, string device)
    {
        var id = Guid.CreateVersion7(tx.Now);
        tx.Session.Execute("INSERT INTO staff_sessions (id, staff_id, device, started_at) VALUES ($1, $2, $3, $4)", id, staff, device, tx.Now);
        return id;
    }

    /// <summary>Ends a sign-in; one that has ended stays as it is.</summary>
    public static void End(Tx tx, Guid session) =>
        tx.Session.Execute("UPDATE staff_sessions SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL", tx.Now, session);

    /// <summary>Whether a sign-in still stands and its account may still be used.</summary>
    public static bool IsCurrent(Session session, Guid staff, Guid? signIn) =>
        session.First(
            "SELECT 1 FROM staff_sessions s JOIN staff t ON t.id = s.staff_id WHERE s.id = $1 AND t.id = $2 AND s.ended_at IS NULL AND t.disabled_at IS NULL",
            row => row.Int(0),
            signIn,
            staff
        ) == 1;

    /// <summary>A guest's nickname and seating: where theirs was merged into another, that other. Null where there is no such guest in an open seating.</summary>
    public static (string Nickname, Guid SeatingId)? OpenGuest(Session session, Guid guest) =>
        session.First(
            "SELECT g.nickname, s.id FROM guests g JOIN seatings s ON s.id = g.seating_id WHERE g.id = $1 AND s.closed_at IS NULL",
            row => ((string, Guid)?)(row.Text(0), row.Id(1)),
            guest
        );

    private static StaffMember Member(Row row) => new(row.Id(0), row.Text(1), row.Text(2), row.Name<Role>(3));
}
