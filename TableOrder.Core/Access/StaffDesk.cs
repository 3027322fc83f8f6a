using TableOrder.Core.Journal;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

/// <summary>Takes changes of the staff's accounts. Each is one transaction with the sign-ins that it ends and with what the journal says of it.</summary>
public sealed class StaffDesk
{
    /// <summary>The most characters of an account's or a device's name.</summary>
    public const int LongestName = 40;

    private readonly ReadPool reads;
    private readonly Writer writer;
    private readonly SlowHashing hashing;

    internal StaffDesk(ReadPool reads, Writer writer, SlowHashing hashing) => (this.reads, this.writer, this.hashing) = (reads, writer, hashing);

    /// <summary>
    /// Makes an account; gives its id. Refuses a name that is not 1 to 40 characters or that another account has ("name_taken", whatever the case), a role that staff does not have, and
    /// a secret that <see cref="SecretRule"/> does.
    /// </summary>
    public async Task<Outcome<Guid>> AddAsync(Actor actor, AddStaff add, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.ManageStaff) is { } refusal)
        {
            return refusal;
        }

        if (!NameOf(add.Name).Succeeded(out var name, out var wrong))
        {
            return wrong;
        }

        if ((RefuseRole(add.Role) ?? SecretRule.Refuse(add.Role, name, add.Secret)) is { } bad)
        {
            return bad;
        }

        var hash = await hashing.RunAsync(() => Secret.Hash(add.Secret));
        return await writer.RunAsync(tx => Add(tx, actor, add, name, hash), cancellation);
    }

    /// <summary>
    /// Changes what is given of an account, all or nothing. A new role or secret, and disabling, end its sign-ins at once, but for the one that whoever changes their own secret holds.
    /// Refuses what <see cref="AddAsync"/> does, the last manager who could sign in ("last_manager"), disabling oneself ("own_account"), and a manager's role without a new secret.
    /// </summary>
    public async Task<Outcome<bool>> ChangeAsync(Actor actor, ChangeStaff change, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.ManageStaff) is { } refusal)
        {
            return refusal;
        }

        string? name = null;
        if (change.Name is not null && !NameOf(change.Name).Succeeded(out name, out var wrong))
        {
            return wrong;
        }

        if (change.Role is { } role && RefuseRole(role) is { } bad)
        {
            return bad;
        }

        // Looked at before it is hashed, and again by the change itself: what it stands on may be another by then.
        if (await reads.ReadAsync(session => StaffSql.Find(session, change.Id)) is not { } found)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (StaffRule.Refuse(found, change, name) is { } weak)
        {
            return weak;
        }

        var hash = change.Secret is { } secret ? await hashing.RunAsync(() => Secret.Hash(secret)) : null;
        return await writer.RunAsync(tx => StaffChange.Make(tx, actor, change, name, hash), cancellation);
    }

    /// <summary>Ends all sign-ins of an account, devices' too; one's own but for the one that asks. Gives how many. Refuses an unknown account.</summary>
    public async Task<Outcome<int>> EndSignInsAsync(Actor actor, Guid staffId, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageStaff) is { } refusal ? refusal : await writer.RunAsync(tx => End(tx, actor, staffId), cancellation);

    /// <summary>A name as it is kept; refuses one that is empty or too long.</summary>
    internal static Outcome<string> NameOf(string? name) =>
        PlainText.Tidy(name)?.Normalize() is { Length: <= LongestName } tidy
            ? tidy
            : Refusal.Bad("name", $"Send a name of 1 to {LongestName} characters.");

    private static Refusal? RefuseRole(Role role) =>
        role is Role.Kitchen or Role.Floor or Role.Manager ? null : Refusal.Bad("role", "Send kitchen, floor or manager.");

    private static Outcome<Guid> Add(Tx tx, Actor actor, AddStaff add, string name, string hash)
    {
        if (StaffSql.IsTaken(tx.Session, name))
        {
            return new Refusal(StaffRefusal.NameTaken);
        }

        var id = Guid.CreateVersion7(tx.Now);
        tx.Session.Execute(
            "INSERT INTO staff (id, name, password_hash, role, created_at, secret_set_at) VALUES ($1, $2, $3, $4, $5, $5)",
            id,
            name,
            hash,
            Columns.ToName(add.Role),
            tx.Now
        );
        JournalSql.Write(tx, actor, Acts.StaffAdded, name, new { add.Role });
        StaffSql.Tell(tx);
        return id;
    }

    private static Outcome<int> End(Tx tx, Actor actor, Guid staffId)
    {
        if (StaffSql.Find(tx.Session, staffId) is not { } found)
        {
            return new Refusal(Refusal.NotFound);
        }

        var ended = StaffSql.EndAll(tx, staffId, actor.SessionId);
        if (ended > 0)
        {
            JournalSql.Write(tx, actor, Acts.SignInsEnded, found.Name, new { Count = ended });
        }

        return ended;
    }
}
