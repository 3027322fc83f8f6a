using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

/// <summary>Takes names and passwords.</summary>
public sealed class AccessDesk
{
    private const int LongestSecret = 200;
    private readonly ReadPool reads;
    private readonly SignInThrottle throttle;

    // So that an unknown name takes as long as a wrong password.
    private readonly Lazy<string> nobody = new(() => Secret.Hash("nobody"));

    internal AccessDesk(ReadPool reads, SignInThrottle throttle) => (this.reads, this.throttle) = (reads, throttle);

    /// <summary>Who this is. Refuses with "bad_credentials", or "too_many_attempts" with the time to wait.</summary>
    public async Task<Outcome<Actor>> SignInAsync(Actor actor, string? name, string? password, string device)
    {
        if (Rights.Refuse(actor, Right.SignIn) is { } refusal)
        {
            return refusal;
        }

        if (name is not { Length: > 0 and <= LongestSecret } || password is not { Length: > 0 and <= LongestSecret })
        {
            return new Refusal("bad_credentials");
        }

        if (throttle.MustWait(name) is { } wait)
        {
            return new Refusal("too_many_attempts") { RetryAfter = wait };
        }

        var found = await reads.ReadAsync(session => AccessSql.ByName(session, name));

        // Hashing takes a tenth of a second on purpose: not on the thread of whoever renders.
        var right = await Task.Run(() => Secret.Verify(password, found?.PasswordHash ?? nobody.Value));
        if (found is null || !right)
        {
            throttle.Failed(name);
            return new Refusal("bad_credentials");
        }

        throttle.Succeeded(name);
        return new Actor(found.Role, found.Id, found.Name, device) { Stamp = found.Stamp };
    }
}
