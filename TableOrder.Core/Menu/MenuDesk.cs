using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu;

/// <summary>A change of one dish; what is null stays.</summary>
/// <param name="ItemId">Which dish.</param>
public sealed record ChangeMenuItem(Guid ItemId)
{
    /// <summary>The dish's version this change was made from; needed for a price.</summary>
    public int? Version { get; init; }

    /// <summary>86, or back on.</summary>
    public bool? SoldOut { get; init; }

    /// <summary>0 to 9,999 portions left; -1 stops counting.</summary>
    public int? PortionsLeft { get; init; }

    /// <summary>So many more portions are left than there are now, or fewer: whoever presses it at the same time as a guest orders takes nothing back. Of a dish that is counted; never below 0.</summary>
    public int? MorePortions { get; init; }

    /// <summary>The new price without options; orders already placed keep theirs.</summary>
    public Money? Price { get; init; }
}

/// <summary>Takes changes of the menu.</summary>
public sealed class MenuDesk
{
    private readonly Writer writer;

    internal MenuDesk(Writer writer) => this.writer = writer;

    /// <summary>Changes a dish. Refuses an unknown dish, a version that is not the newest ("stale_version"), and bad numbers.</summary>
    public async Task<Outcome<int>> ChangeAsync(Actor actor, ChangeMenuItem change, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, change.Price is null ? Right.SetAvailability : Right.ChangeMenu) is { } refusal)
        {
            return refusal;
        }

        return Check(change) ?? await writer.RunAsync(tx => Change(tx, actor, change), cancellation);
    }

    private static Refusal? Check(ChangeMenuItem change) =>
        change switch
        {
            { PortionsLeft: < -1 or > MenuRule.MostPortions } => Refusal.Bad(
                "portionsLeft",
                $"Send 0 to {MenuRule.MostPortions}, or -1 to stop counting."
            ),
            { Price: { } price } when price < Money.Zero || price > MenuRule.MostExpensive => Refusal.Bad(
                "price",
                "Send a price of 0 or more, in minor units."
            ),
            { Price: not null, Version: null } => Refusal.Bad("version", "Send the version of the item that you changed."),
            { MorePortions: < -MenuRule.MostPortions or > MenuRule.MostPortions } => Refusal.Bad(
                "morePortions",
                $"Send -{MenuRule.MostPortions} to {MenuRule.MostPortions}."
            ),
            { SoldOut: null, PortionsLeft: null, MorePortions: null, Price: null } => Refusal.Bad(
                "soldOut",
                "Send at least one of soldOut, portionsLeft, price."
            ),
            _ => null,
        };

    private static Outcome<int> Change(Tx tx, Actor actor, ChangeMenuItem change)
    {
        var row = tx.Session.Db.Set<MenuItemRow>().FirstOrDefault(i => i.Id == change.ItemId && i.ArchivedAt == null);
        if (row is null)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (change.Version is { } version && version != row.Version)
        {
            return new Refusal("stale_version");
        }

        var (wasSoldOut, price, left) = (row.SoldOut, row.Price, row.PortionsLeft);
        row.SoldOut = change.SoldOut ?? row.SoldOut;
        row.Price = change.Price ?? row.Price;
        row.PortionsLeft = change.PortionsLeft switch
        {
            null => row.PortionsLeft,
            -1 => null,
            { } portions => portions,
        };
        if (change.MorePortions is { } more && row.PortionsLeft is { } now)
        {
            row.PortionsLeft = Math.Clamp(now + more, 0, MenuRule.MostPortions);
        }

        if (change.SoldOut is not null || change.Price is not null)
        {
            row.Version++;
            Topics.Raise(tx, MenuSql.MenuTopic);
        }
        else
        {
            // The snapshot knows whether a dish is counted, not how many are left.
            Topics.Raise(tx, (left is null) == (row.PortionsLeft is null) ? MenuSql.PortionsTopic : MenuSql.MenuTopic);
        }

        tx.Session.Db.SaveChanges();
        var name = row.Name.In(SettingsReader.Load(tx.Session).Languages[0]);
        if (price != row.Price)
        {
            JournalSql.Write(tx, actor, Acts.PriceChanged, name, new { from = price.Minor, to = row.Price.Minor });
        }

        if (wasSoldOut != row.SoldOut)
        {
            JournalSql.Write(tx, actor, row.SoldOut ? Acts.SoldOut : Acts.BackOn, name);
        }

        if (left != row.PortionsLeft)
        {
            JournalSql.Write(tx, actor, Acts.PortionsSet, name, new { from = left, to = row.PortionsLeft });
        }

        return row.Version;
    }
}
