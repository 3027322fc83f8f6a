using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

/// <summary>Takes names and passwords.</summary>
public sealed class AccessDesk : IDisposable
{
    private const int LongestSecret = 200;
    private readonly ReadPool reads;
    private readonly Writer writer;
    private readonly SignInThrottle throttle;

    // Two at once, or guessing would keep the kitchen waiting for the processor.
    private readonly SemaphoreSlim hashing = new(2);

    // So that an unknown name takes as long as a wrong password.
    private readonly Lazy<string> nobody = new(() => Secret.Hash("nobody"));

    internal AccessDesk(ReadPool reads, Writer writer, SignInThrottle throttle) =>
        (this.reads, this.writer, this.throttle) = (reads, writer, throttle);

    /// <inheritdoc/>
    public void Dispose() => hashing.Dispose();

    /// <summary>Who this is. Tries are counted by name and by where they come from, so that nobody can lock an account out from elsewhere. Refuses with "bad_credentials", or "too_many_attempts" with the time to wait.</summary>
    public async Task<Outcome<Actor>> SignInAsync(Actor actor, string? name, string? password, string device, string from = "")
    {
        if (Rights.Refuse(actor, Right.SignIn) is { } refusal)
        {
            return refusal;
        }

        if (name is not { Length: > 0 and <= LongestSecret } || password is not { Length: > 0 and <= LongestSecret })
        {
            return new Refusal("bad_credentials");
        }

        var origin = $"{name} {from}";
        if (throttle.MustWait(origin) is { } wait)
        {
            return new Refusal("too_many_attempts") { RetryAfter = wait };
        }

        var found = await reads.ReadAsync(session => AccessSql.ByName(session, name));
        await hashing.WaitAsync();
        try
        {
            // Asked again: of many tries sent at once, the first failures stop those that still wait here.
            if (throttle.MustWait(origin) is { } longer)
            {
                return new Refusal("too_many_attempts") { RetryAfter = longer };
            }

            // Hashing takes a tenth of a second on purpose: not on the thread of whoever renders.
            var right = await Task.Run(() => Secret.Verify(password, found?.PasswordHash ?? nobody.Value));
            if (found is null || !right)
            {
                throttle.Failed(origin);
                return new Refusal("bad_credentials");
            }
        }
        finally
        {
            hashing.Release();
        }

        throttle.Succeeded(origin);
        return await BeginAsync(found, device);
    }

    /// <summary>Ends this sign-in, in every tab and with every copy of its cookie or token.</summary>
    public async Task<Outcome<bool>> SignOutAsync(Actor actor) =>
        Rights.Refuse(actor, Right.SignOut) is { } refusal
            ? refusal
            : await writer.RunAsync<bool>(tx =>
            {
                AccessSql.End(tx, actor.SessionId ?? default);
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
        return found is null ? new Refusal(Refusal.NotFound) : await BeginAsync(found, device);
    }

    private Task<Outcome<Actor>> BeginAsync(StaffMember staff, string device) =>
        writer.RunAsync<Actor>(tx => new Actor(staff.Role, staff.Id, staff.Name, device) { SessionId = AccessSql.Begin(tx, staff.Id, device) });
}
