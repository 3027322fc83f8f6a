using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

/// <summary>Answers whether somebody is still who they were when they signed in.</summary>
public sealed class AccessReader
{
    private readonly ReadPool reads;

    internal AccessReader(ReadPool reads) => this.reads = reads;

    /// <summary>The actor, with the nickname and, where theirs was merged into another, the seating of now. Refuses with "seating_closed" or "signed_out" where their access has ended.</summary>
    public Task<Outcome<Actor>> CurrentAsync(Actor actor) =>
        reads.ReadAsync<Outcome<Actor>>(session =>
            actor.Role switch
            {
                Role.Guest when AccessSql.OpenGuest(session, actor.Id) is { } guest => actor with
                {
                    Name = guest.Nickname,
                    SeatingId = guest.SeatingId,
                },
                Role.Guest => new Refusal("seating_closed"),
                Role.Kitchen or Role.Floor or Role.Manager when AccessSql.IsCurrent(session, actor.Id, actor.SessionId) => actor,
                Role.System => actor,
                _ => new Refusal("signed_out"),
            }
        );
}
