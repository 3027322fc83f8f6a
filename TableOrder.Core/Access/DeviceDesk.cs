using TableOrder.Core.Journal;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

/// <summary>Takes the coming and going of the house's own tablets and screens: each is invited by a link that counts once and for ten minutes, and stays signed in until it is revoked.</summary>
public sealed class DeviceDesk
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromMinutes(10);

    private readonly Writer writer;

    internal DeviceDesk(Writer writer) => this.writer = writer;

    /// <summary>
    /// Invites a device; gives its link. Refuses a name that is not 1 to 40 characters or that another device has ("name_taken"), an unknown account, a manager's ("device_for_manager")
    /// and one that is disabled ("account_disabled").
    /// </summary>
    public async Task<Outcome<DeviceLink>> AddAsync(Actor actor, AddDevice add, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.ManageStaff) is { } refusal)
        {
            return refusal;
        }

        return StaffDesk.NameOf(add.Name).Succeeded(out var name, out var wrong)
            ? await writer.RunAsync(tx => Add(tx, actor, add, name), cancellation)
            : wrong;
    }

    /// <summary>Gives a device another link, as for one that was signed out, or whose link was not used in time; the one before counts no more. Refuses what <see cref="AddAsync"/> does of its account.</summary>
    public async Task<Outcome<DeviceLink>> InviteAsync(Actor actor, Guid deviceId, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageStaff) is { } refusal ? refusal : await writer.RunAsync(tx => Invite(tx, actor, deviceId), cancellation);

    /// <summary>
    /// The device itself uses its link, and is signed in from then on; what it was signed in with before ends. Refuses a link that no device waits for ("unknown_link") and one that was not
    /// used in time ("link_expired").
    /// </summary>
    public async Task<Outcome<Actor>> EnrolAsync(Actor actor, string? code, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.EnrolDevice) is { } refusal ? refusal : await writer.RunAsync(tx => Enrol(tx, code), cancellation);

    /// <summary>Takes a device away: its sign-in ends at once, and its link. One that was revoked stays so; refuses an unknown one.</summary>
    public async Task<Outcome<bool>> RevokeAsync(Actor actor, Guid deviceId, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageStaff) is { } refusal ? refusal : await writer.RunAsync(tx => Revoke(tx, actor, deviceId), cancellation);

    private static Outcome<DeviceLink> Add(Tx tx, Actor actor, AddDevice add, string name)
    {
        if (!Account(tx, add.StaffId).Succeeded(out var account, out var refusal))
        {
            return refusal;
        }

        if (DeviceSql.IsTaken(tx.Session, name))
        {
            return new Refusal(StaffRefusal.NameTaken);
        }

        var link = new DeviceLink(Guid.CreateVersion7(tx.Now), DeviceSql.MakeCode(), tx.Now + LinkLasts);
        tx.Session.Execute(
            "INSERT INTO devices (id, name, staff_id, code_hash, code_expires_at, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
            link.DeviceId,
            name,
            account.Id,
            DeviceSql.Hash(link.Code),
            link.Until,
            tx.Now
        );
        JournalSql.Write(tx, actor, Acts.DeviceAdded, name, new { Account = account.Name });
        StaffSql.Tell(tx);
        return link;
    }

    private static Outcome<DeviceLink> Invite(Tx tx, Actor actor, Guid deviceId)
    {
        if (DeviceSql.Find(tx.Session, deviceId) is not { } device)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (!Account(tx, device.StaffId).Succeeded(out var account, out var refusal))
        {
            return refusal;
        }

        var link = new DeviceLink(deviceId, DeviceSql.MakeCode(), tx.Now + LinkLasts);
        tx.Session.Execute("UPDATE devices SET code_hash = $1, code_expires_at = $2 WHERE id = $3", DeviceSql.Hash(link.Code), link.Until, deviceId);
        JournalSql.Write(tx, actor, Acts.DeviceLinkMade, device.Name, new { Account = account.Name });
        StaffSql.Tell(tx);
        return link;
    }

    private static Outcome<Actor> Enrol(Tx tx, string? code)
    {
        if (!DeviceSql.Invited(tx.Session, code, tx.Now).Succeeded(out var device, out var refusal))
        {
            return refusal;
        }

        tx.Session.Execute("UPDATE devices SET code_hash = NULL, enrolled_at = $1 WHERE id = $2", tx.Now, device.Id);
        var ended = DeviceSql.End(tx, device.Id);
        var actor = new Actor(device.Role, device.StaffId, device.StaffName, device.Name)
        {
            SessionId = AccessSql.Begin(tx, device.StaffId, device.Name, device.Id),
        };
        JournalSql.Write(tx, actor, Acts.DeviceEnrolled, device.Name, new { Account = device.StaffName });
        StaffSql.Tell(tx, accessEnded: ended);
        return actor;
    }

    private static Outcome<bool> Revoke(Tx tx, Actor actor, Guid deviceId)
    {
        if (DeviceSql.Find(tx.Session, deviceId) is not { } device)
        {
            return tx.Session.First("SELECT 1 FROM devices WHERE id = $1", row => row.Int(0), deviceId) == 1 ? true : new Refusal(Refusal.NotFound);
        }

        tx.Session.Execute("UPDATE devices SET revoked_at = $1, code_hash = NULL WHERE id = $2", tx.Now, deviceId);
        var ended = DeviceSql.End(tx, deviceId);
        JournalSql.Write(tx, actor, Acts.DeviceRevoked, device.Name);
        StaffSql.Tell(tx, accessEnded: ended);
        return true;
    }

    /// <summary>An account that a device may be signed in as.</summary>
    private static Outcome<StaffAccount> Account(Tx tx, Guid id) =>
        StaffSql.Find(tx.Session, id) switch
        {
            null => new Refusal(Refusal.NotFound),
            { Role: Role.Manager } => new Refusal(StaffRefusal.DeviceForManager),
            { IsDisabled: true } => new Refusal(StaffRefusal.AccountDisabled),
            var account => account,
        };
}
