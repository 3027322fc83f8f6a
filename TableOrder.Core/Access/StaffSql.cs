using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

/// <summary>An account as a change finds it.</summary>
internal sealed record StaffAccount(Guid Id, string Name, Role Role, bool IsDisabled);

/// <summary>Keeps accounts.</summary>
internal static class StaffSql
{
    /// <summary>So many sign-ins are listed; an account's count counts all.</summary>
    private const int MostSignIns = 500;

    /// <summary>Every account, in the order of their names.</summary>
    public static List<StaffView> All(Session session) =>
        session.Query(
            """
            SELECT t.id, t.name, t.role, t.disabled_at, max(s.started_at), count(CASE WHEN s.id IS NOT NULL AND s.ended_at IS NULL THEN 1 END), t.secret_set_at
            FROM staff t LEFT JOIN staff_sessions s ON s.staff_id = t.id
            GROUP BY t.id ORDER BY t.name
            """,
            row => new StaffView(row.Id(0), row.Text(1), row.Name<Role>(2), row.TimeOrNull(3), row.TimeOrNull(4), row.Int(5))
            {
                SecretSetAt = row.TimeOrNull(6),
            }
        );

    /// <summary>The sign-ins that have not ended, the newest first.</summary>
    public static List<SignInView> SignIns(Session session, Presence presence) =>
        session.Query(
            "SELECT staff_id, id, device, started_at FROM staff_sessions WHERE ended_at IS NULL ORDER BY started_at DESC, id DESC LIMIT $1",
            row => new SignInView(row.Id(0), row.Id(1), row.Text(2), row.Time(3), presence.LastSeen(row.Id(1))),
            MostSignIns
        );

    /// <summary>One account; null where there is none.</summary>
    public static StaffAccount? Find(Session session, Guid id) =>
        session.First(
            "SELECT id, name, role, disabled_at FROM staff WHERE id = $1",
            row => new StaffAccount(row.Id(0), row.Text(1), row.Name<Role>(2), !row.IsNull(3)),
            id
        );

    /// <summary>Whether another account is called that: compared here, because SQLite knows the case of ASCII letters only.</summary>
    public static bool IsTaken(Session session, string name, Guid? but = null) =>
        session
            .Query("SELECT id, name FROM staff", row => (Id: row.Id(0), Name: row.Text(1)))
            .Exists(other => other.Id != but && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a manager is left who can sign in, but for this one.</summary>
    public static bool HasOtherManager(Session session, Guid but) =>
        session.First("SELECT 1 FROM staff WHERE role = 'manager' AND disabled_at IS NULL AND id <> $1", row => row.Int(0), but) == 1;

    /// <summary>Ends an account's sign-ins but for one; gives how many. Open screens leave.</summary>
    public static int EndAll(Tx tx, Guid staff, Guid? but)
    {
        var ended = tx.Session.Execute(
            "UPDATE staff_sessions SET ended_at = $1 WHERE staff_id = $2 AND ended_at IS NULL AND id <> $3",
            tx.Now,
            staff,
            but ?? Guid.Empty
        );
        Tell(tx, accessEnded: ended > 0);
        return ended;
    }

    /// <summary>Whoever looks at accounts and devices hears that something is not what it was.</summary>
    public static void Tell(Tx tx, bool accessEnded = false)
    {
        Topics.Raise(tx, StaffReader.Topic);
        if (accessEnded)
        {
            Topics.Raise(tx, AccessReader.Topic);
        }
    }
}
