using System.Diagnostics.CodeAnalysis;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu;

/// <summary>Answers what is on the menu.</summary>
public sealed class MenuReader
{
    private readonly ReadPool reads;
    private readonly SettingsReader settings;
    private readonly TimeProvider clock;
    private volatile MenuSnapshot? kept;

    /// <summary>A transaction has seen another menu than the kept one.</summary>
    private volatile bool isOld;

    internal MenuReader(ReadPool reads, SettingsReader settings, TimeProvider clock) =>
        (this.reads, this.settings, this.clock) = (reads, settings, clock);

    /// <summary>The topics that rise when an answer of this reader changes.</summary>
    public static IReadOnlyList<string> Watched { get; } = [MenuSql.MenuTopic, MenuSql.PortionsTopic];

    /// <summary>The menu and what is left of limited dishes, at one moment.</summary>
    public async Task<Outcome<MenuView>> GetAsync(Actor actor)
    {
        if (Rights.Refuse(actor, Right.ReadMenu) is { } refusal)
        {
            return refusal;
        }

        var local = (await settings.CurrentAsync()).Local(clock.GetUtcNow()).DateTime;
        return await reads.SnapshotAsync(session => new MenuView(Keep(session), MenuSql.Portions(session)) { Local = local });
    }

    /// <summary>The menu as it was a moment ago, without asking the database unless a transaction has seen another one. Good for a draft that a transaction checks.</summary>
    internal async ValueTask<MenuSnapshot> LatelyAsync()
    {
        if (kept is { } snapshot && !isOld)
        {
            return snapshot;
        }

        // First the mark, then the look: a transaction that finds the menu old again says so again.
        isOld = false;
        return await reads.SnapshotAsync(Keep);
    }

    /// <summary>
    /// The menu as this transaction sees it: the kept one if its version is still true, else loaded here, and not kept:
    /// it may be rolled back, and the next menu that is committed would have the same version.
    /// </summary>
    internal MenuSnapshot Current(Tx tx)
    {
        if (IsKept(tx.Session, out var snapshot))
        {
            return snapshot;
        }

        isOld = true;
        return MenuSql.Load(tx.Session);
    }

    private MenuSnapshot Keep(Session committed) => IsKept(committed, out var snapshot) ? snapshot : kept = MenuSql.Load(committed);

    private bool IsKept(Session session, [NotNullWhen(true)] out MenuSnapshot? snapshot)
    {
        snapshot = kept;
        return snapshot?.Version == Topics.Version(session, MenuSql.MenuTopic);
    }
}
