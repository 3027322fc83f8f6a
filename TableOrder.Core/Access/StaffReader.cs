using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

/// <summary>Answers who works here, and which devices stay signed in.</summary>
public sealed class StaffReader
{
    /// <summary>Raised when an account, a device or a sign-in changes.</summary>
    internal const string Topic = "staff";

    private readonly ReadPool reads;
    private readonly Presence presence;
    private readonly TimeProvider clock;

    internal StaffReader(ReadPool reads, Presence presence, TimeProvider clock) => (this.reads, this.presence, this.clock) = (reads, presence, clock);

    /// <summary>The topics that rise when an answer of this reader changes.</summary>
    public static IReadOnlyList<string> Watched { get; } = [Topic];

    /// <summary>Every account, by name, with its sign-ins that have not ended.</summary>
    public async Task<Outcome<IReadOnlyList<StaffView>>> ListAsync(Actor actor)
    {
        if (Rights.Refuse(actor, Right.ManageStaff) is { } refusal)
        {
            return refusal;
        }

        var (accounts, signIns) = await reads.SnapshotAsync(session => (StaffSql.All(session), StaffSql.SignIns(session, presence)));
        var byAccount = signIns.ToLookup(signIn => signIn.StaffId);
        return accounts.ConvertAll(account => account with { SignIns = [.. byAccount[account.Id]] });
    }

    /// <summary>Every device that has not been revoked, by name.</summary>
    public async Task<Outcome<IReadOnlyList<DeviceView>>> DevicesAsync(Actor actor) =>
        Rights.Refuse(actor, Right.ManageStaff) is { } refusal
            ? refusal
            : await reads.ReadAsync(session => DeviceSql.All(session, presence, clock.GetUtcNow()));

    /// <summary>What a link offers; looking does not use it up. Refuses one that no device waits for ("unknown_link") and one that was not used in time ("link_expired").</summary>
    public async Task<Outcome<DeviceOffer>> OfferAsync(Actor actor, string? code) =>
        Rights.Refuse(actor, Right.EnrolDevice) is { } refusal
            ? refusal
            : await reads.ReadAsync<Outcome<DeviceOffer>>(session =>
                DeviceSql
                    .Invited(session, code, clock.GetUtcNow())
                    .Then<DeviceOffer>(found => new DeviceOffer(found.Name, found.StaffName, found.Role))
            );
}
