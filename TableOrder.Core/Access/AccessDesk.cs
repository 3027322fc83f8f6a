using TableOrder.Core.Journal;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

/// <summary>Takes names and passwords.</summary>
public sealed class AccessDesk
{
    private const int LongestSecret = 200;
    private const string BadCredentials = "bad_credentials";
    private readonly ReadPool reads;
    private readonly Writer writer;
    private readonly SignInThrottle throttle;
    private readonly SlowHashing hashing;

    // So that an unknown name takes as long as a wrong password.
    private readonly Lazy<string> nobody = new(() => Secret.Hash("nobody"));

    internal AccessDesk(ReadPool reads, Writer writer, SignInThrottle throttle, SlowHashing hashing) =>
        (this.reads, this.writer, this.throttle, this.hashing) = (reads, writer, throttle, hashing);

    /// <summary>Who this is. Tries are counted by name and by where they come from, so that nobody can lock an account out from elsewhere. Refuses with "bad_credentials", or "too_many_attempts" with the time to wait.</summary>
    public async Task<Outcome<Actor>> SignInAsync(Actor actor, string? name, string? password, string device, string from = "")
    {
        if (Rights.Refuse(actor, Right.SignIn) is { } refusal)
        {
            return refusal;
        }

        if (name is not { Length: > 0 and <= LongestSecret } || password is not { Length: > 0 and <= LongestSecret })
        {
            return new Refusal(BadCredentials);
        }

        var origin = $"{name} {from}";
        if (throttle.MustWait(origin) is { } wait)
        {
            return new Refusal("too_many_attempts") { RetryAfter = wait };
        }

        var found = await reads.ReadAsync(session => AccessSql.ByName(session, name));
        if (await hashing.RunAsync(() => Verify(origin, found, password)) is { } wrong)
        {
            return wrong;
        }

        return await writer.RunAsync(tx => Begin(tx, found!, device));
    }

    /// <summary>Ends this sign-in, in every tab and with every copy of its cookie or token.</summary>
    public async Task<Outcome<bool>> SignOutAsync(Actor actor) =>
        Rights.Refuse(actor, Right.SignOut) is { } refusal
            ? refusal
            : await writer.RunAsync<bool>(tx =>
            {
                if (AccessSql.End(tx, actor.SessionId ?? default))
                {
                    JournalSql.Write(tx, actor, Acts.SignedOut);
                    StaffSql.Tell(tx, accessEnded: true);
                }

                return true;
            });

    /// <summary>The oldest account of a role, without its password: for /demo, which only this machine may open.</summary>
    public async Task<Outcome<Actor>> TakeRoleAsync(Actor actor, Role role, string device)
    {
        if (Rights.Refuse(actor, Right.TakeRole) is { } refusal)
        {
            return refusal;
        }

        var found = await reads.ReadAsync(session => AccessSql.First(session, role));
        return found is null ? new Refusal(Refusal.NotFound) : await writer.RunAsync(tx => Begin(tx, found, device));
    }

    /// <summary>Why not; null where the password is right. In its turn to hash, so that of many tries sent at once the first failures stop those that still wait.</summary>
    private Refusal? Verify(string origin, StaffMember? found, string password)
    {
        if (throttle.MustWait(origin) is { } longer)
        {
            return new Refusal("too_many_attempts") { RetryAfter = longer };
        }

        var right = Secret.Verify(password, found?.PasswordHash ?? nobody.Value);
        if (found is null || !right)
        {
            throttle.Failed(origin);
            return new Refusal(BadCredentials);
        }

        throttle.Succeeded(origin);
        return null;
    }

    /// <summary>Begins a sign-in of the account as it is by now: one that was disabled, or got another secret, while the old one was looked at begins none.</summary>
    private static Outcome<Actor> Begin(Tx tx, StaffMember known, string device)
    {
        if (AccessSql.ById(tx.Session, known.Id) is not { } staff || !string.Equals(staff.PasswordHash, known.PasswordHash, StringComparison.Ordinal))
        {
            return new Refusal(BadCredentials);
        }

        var actor = new Actor(staff.Role, staff.Id, staff.Name, device) { SessionId = AccessSql.Begin(tx, staff.Id, device) };
        JournalSql.Write(tx, actor, Acts.SignedIn);
        StaffSql.Tell(tx);
        return actor;
    }
}
