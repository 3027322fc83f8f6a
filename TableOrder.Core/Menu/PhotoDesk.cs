using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu;

/// <summary>Takes dishes' photos.</summary>
public sealed class PhotoDesk
{
    private readonly Writer writer;

    internal PhotoDesk(Writer writer) => this.writer = writer;

    /// <summary>
    /// Gives a dish a photo in place of the one it had, see <see cref="PhotoRule"/>. Gives the dish's version.
    /// Refuses an unknown dish, and what is no photo or too large.
    /// </summary>
    public async Task<Outcome<int>> SetAsync(
        Actor actor,
        Guid itemId,
        IReadOnlyList<PhotoVariant> variants,
        CancellationToken cancellation = default
    ) =>
        (Rights.Refuse(actor, Right.ChangeMenu) ?? PhotoRule.Refuse(variants)) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Change(tx, actor, itemId, variants), cancellation);

    /// <summary>Takes a dish's photo away; its emoji is shown again. Gives the dish's version. Refuses an unknown dish.</summary>
    public async Task<Outcome<int>> RemoveAsync(Actor actor, Guid itemId, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal ? refusal : await writer.RunAsync(tx => Change(tx, actor, itemId, []), cancellation);

    private static Outcome<int> Change(Tx tx, Actor actor, Guid itemId, IReadOnlyList<PhotoVariant> variants)
    {
        var db = tx.Session.Db;
        if (db.Set<MenuItemRow>().FirstOrDefault(item => item.Id == itemId && item.ArchivedAt == null) is not { } dish)
        {
            return new Refusal(Refusal.NotFound);
        }

        var (before, now) = (dish.Photo, variants.Count == 0 ? null : PhotoRule.Hash(variants));
        if (string.Equals(before, now, StringComparison.Ordinal))
        {
            return dish.Version;
        }

        if (now is not null && !db.Set<PhotoRow>().Any(photo => photo.Hash == now))
        {
            db.AddRange(variants.Select(variant => Row(now, variant)));
        }

        dish.Photo = now;
        dish.Version++;
        Topics.Raise(tx, MenuSql.MenuTopic);
        db.SaveChanges();
        JournalSql.Write(tx, actor, now is null ? Acts.PhotoRemoved : Acts.PhotoSet, dish.Name.In(SettingsReader.Load(tx.Session).Languages[0]));

        // Two dishes may show the same photo; one that nobody shows is not kept.
        tx.Session.Execute("DELETE FROM photos WHERE hash = $1 AND NOT EXISTS (SELECT 1 FROM menu_items WHERE photo = $1)", before ?? "");
        return dish.Version;
    }

    private static PhotoRow Row(string hash, PhotoVariant variant) =>
        new()
        {
            Hash = hash,
            Width = variant.Width,
            Type = PhotoRule.TypeOf(variant.Bytes)!,
            Bytes = variant.Bytes,
        };
}
