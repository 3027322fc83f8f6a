using System.Security.Cryptography;
using System.Text;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

/// <summary>A device that waits for its link to be used.</summary>
internal sealed record InvitedDevice(Guid Id, string Name, Guid StaffId, string StaffName, Role Role);

/// <summary>Keeps devices.</summary>
internal static class DeviceSql
{
    private const int Most = 500;
    private const int CodeBytes = 16;

    /// <summary>128 bits that a link can hold.</summary>
    public static string MakeCode() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(CodeBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>What of a code is kept. It is no password that somebody chose: a plain hash is enough.</summary>
    public static string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    /// <summary>Every device that has not been revoked, by name.</summary>
    public static List<DeviceView> All(Session session, Presence presence, DateTimeOffset now) =>
        session.Query(
            """
            SELECT d.id, d.name, d.staff_id, t.name, t.role, d.code_hash, d.code_expires_at, s.id, s.started_at
            FROM devices d JOIN staff t ON t.id = d.staff_id LEFT JOIN staff_sessions s ON s.device_id = d.id AND s.ended_at IS NULL
            WHERE d.revoked_at IS NULL ORDER BY d.name, d.id LIMIT $1
            """,
            row => new DeviceView(
                row.Id(0),
                row.Text(1),
                row.Id(2),
                row.Text(3),
                row.Name<Role>(4),
                !row.IsNull(7) ? DeviceState.SignedIn
                    : row.IsNull(5) ? DeviceState.SignedOut
                    : row.Time(6) > now ? DeviceState.Waiting
                    : DeviceState.Expired,
                row.Time(6),
                row.TimeOrNull(8),
                row.IdOrNull(7) is { } signIn ? presence.LastSeen(signIn) : null
            ),
            Most
        );

    /// <summary>The device that a code is for; refuses one that nobody waits for, and one that is too late.</summary>
    public static Outcome<InvitedDevice> Invited(Session session, string? code, DateTimeOffset now)
    {
        var found = code is not { Length: > 0 and <= 64 }
            ? null
            : session.First(
                """
                SELECT d.id, d.name, d.staff_id, t.name, t.role, d.code_expires_at FROM devices d JOIN staff t ON t.id = d.staff_id
                WHERE d.code_hash = $1 AND d.revoked_at IS NULL AND t.disabled_at IS NULL AND t.role IN ('kitchen', 'floor')
                """,
                row => new Found(new InvitedDevice(row.Id(0), row.Text(1), row.Id(2), row.Text(3), row.Name<Role>(4)), row.Time(5)),
                Hash(code)
            );
        return found is null ? new Refusal(StaffRefusal.UnknownLink)
            : found.Until <= now ? new Refusal(StaffRefusal.LinkExpired)
            : found.Device;
    }

    /// <summary>A device's name and account; null where there is none, or where it was revoked.</summary>
    public static (string Name, Guid StaffId)? Find(Session session, Guid id) =>
        session.First(
            "SELECT name, staff_id FROM devices WHERE id = $1 AND revoked_at IS NULL",
            row => ((string, Guid)?)(row.Text(0), row.Id(1)),
            id
        );

    /// <summary>Whether a device is called that; as for accounts, whatever the case.</summary>
    public static bool IsTaken(Session session, string name) =>
        session
            .Query("SELECT name FROM devices WHERE revoked_at IS NULL", row => row.Text(0))
            .Exists(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Ends the sign-in that a device holds; gives whether there was one.</summary>
    public static bool End(Tx tx, Guid device) =>
        tx.Session.Execute("UPDATE staff_sessions SET ended_at = $1 WHERE device_id = $2 AND ended_at IS NULL", tx.Now, device) > 0;

    private sealed record Found(InvitedDevice Device, DateTimeOffset Until);
}
