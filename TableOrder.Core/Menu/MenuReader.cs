using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu;

/// <summary>Answers what is on the menu.</summary>
public sealed class MenuReader
{
    private readonly ReadPool reads;
    private volatile MenuSnapshot? kept;

    internal MenuReader(ReadPool reads) => this.reads = reads;

    /// <summary>The topics that rise when an answer of this reader changes.</summary>
    public static IReadOnlyList<string> Watched { get; } = [MenuSql.MenuTopic, MenuSql.PortionsTopic];

    /// <summary>The menu and what is left of limited dishes, at one moment.</summary>
    public async Task<Outcome<MenuView>> GetAsync(Actor actor) =>
        Rights.Refuse(actor, Right.ReadMenu) is { } refusal
            ? refusal
            : await reads.SnapshotAsync(session => new MenuView(Current(session), MenuSql.Portions(session)));

    /// <summary>The menu as it was when somebody last looked; null where nobody has. Good for a draft that a transaction checks.</summary>
    internal MenuSnapshot? Kept => kept;

    /// <summary>The menu as this transaction sees it: the kept one if its version is still true, else loaded here.</summary>
    internal MenuSnapshot Current(Session session)
    {
        var snapshot = kept;
        if (snapshot?.Version != Topics.Version(session, MenuSql.MenuTopic))
        {
            kept = snapshot = MenuSql.Load(session);
        }

        return snapshot;
    }
}
