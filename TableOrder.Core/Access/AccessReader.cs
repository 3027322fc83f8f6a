using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

/// <summary>Answers whether somebody is still who they were when they signed in.</summary>
public sealed class AccessReader
{
    /// <summary>Raised when somebody's access ends: a seating closed, an account changed.</summary>
    internal const string Topic = "access";

    private readonly ReadPool reads;
    private readonly Presence presence;

    internal AccessReader(ReadPool reads, Presence presence) => (this.reads, this.presence) = (reads, presence);

    /// <summary>The actor, with the name of now: staff's account name, a guest's nickname and, where theirs was merged into another, the seating of now. Refuses with "seating_closed" or "signed_out" where their access has ended.</summary>
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
                Role.Kitchen or Role.Floor or Role.Manager when AccessSql.CurrentName(session, actor.Id, actor.SessionId) is { } name => Seen(
                    actor,
                    name
                ),
                Role.System => actor,
                _ => new Refusal("signed_out"),
            }
        );

    private Actor Seen(Actor actor, string name)
    {
        presence.See(actor.SessionId!.Value);
        return actor with { Name = name };
    }
}
