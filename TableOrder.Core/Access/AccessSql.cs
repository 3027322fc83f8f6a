using System.Data.Common;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

internal sealed record StaffMember(Guid Id, string Name, string PasswordHash, Role Role, string Stamp);

internal static class AccessSql
{
    public static StaffMember? ByName(Session session, string name) =>
        session.First("SELECT id, name, password_hash, role, stamp FROM staff WHERE name = $1 AND disabled_at IS NULL", Member, name);

    /// <summary>The oldest account of a role; null where there is none.</summary>
    public static StaffMember? First(Session session, Role role) =>
        session.First(
            "SELECT id, name, password_hash, role, stamp FROM staff WHERE role = $1 AND disabled_at IS NULL ORDER BY id LIMIT 1",
            Member,
            Columns.ToName(role)
        );

    /// <summary>Whether the account still is what it was at sign-in.</summary>
    public static bool IsCurrent(Session session, Guid id, string? stamp) =>
        session.First("SELECT 1 FROM staff WHERE id = $1 AND stamp = $2 AND disabled_at IS NULL", row => row.GetInt32(0), id, stamp) == 1;

    /// <summary>A guest's nickname, or null where there is no such guest in an open seating.</summary>
    public static string? OpenGuest(Session session, Guid seating, Guid guest) =>
        session.First(
            "SELECT g.nickname FROM guests g JOIN seatings s ON s.id = g.seating_id WHERE g.id = $1 AND s.id = $2 AND s.closed_at IS NULL",
            row => row.GetString(0),
            guest,
            seating
        );

    private static StaffMember Member(DbDataReader row) => new(row.Id(0), row.GetString(1), row.GetString(2), row.Name<Role>(3), row.GetString(4));
}
