using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Menu;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Stations;

/// <summary>Takes changes of how the kitchen's screens look and sound.</summary>
public sealed class KitchenScreenDesk
{
    private readonly Writer writer;

    internal KitchenScreenDesk(Writer writer) => this.writer = writer;

    /// <summary>Sets a screen; gives it as it is kept. Refuses one that there is none of, numbers out of their bounds, and sounds that there are none of.</summary>
    public async Task<Outcome<KitchenScreen>> SetAsync(Actor actor, KitchenScreen screen, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.SetKitchenScreens) is { } refusal)
        {
            return refusal;
        }

        if (screen.Columns is < 0 or > KitchenScreen.MostColumns)
        {
            return Refusal.Bad("columns", $"Send 1 to {KitchenScreen.MostColumns}, or 0 for as many as fit.");
        }

        if (screen.Volume is < 0 or > 100)
        {
            return Refusal.Bad("volume", "Send 0 to 100.");
        }

        if (!screen.Silent.All(Enum.IsDefined))
        {
            return Refusal.Bad("silent", "Send sounds that there are.");
        }

        screen = screen with { Silent = [.. screen.Silent.Distinct().Order()] };
        return await writer.RunAsync(tx => Set(tx, actor, screen), cancellation);
    }

    private static Outcome<KitchenScreen> Set(Tx tx, Actor actor, KitchenScreen screen)
    {
        var db = tx.Session.Db;
        if (screen.Screen is not (KitchenScreen.All or KitchenScreen.Expo) && db.Set<StationRow>().Find(screen.Screen) is null)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (db.Set<KitchenScreenRow>().Find(screen.Screen) is not { } row)
        {
            row = new KitchenScreenRow { Screen = screen.Screen, Silent = [] };
            db.Add(row);
        }

        (row.Columns, row.Volume, row.Muted, row.Silent) = (screen.Columns, screen.Volume, screen.Muted, screen.Silent);
        (row.SeesOthers, row.SeesHeld) = (screen.SeesOthers, screen.SeesHeld);
        db.SaveChanges();
        JournalSql.Write(
            tx,
            actor,
            Acts.KitchenScreenChanged,
            screen.Screen,
            new
            {
                screen.Columns,
                screen.Volume,
                screen.Muted,
            }
        );
        Topics.Raise(tx, KitchenScreenReader.Topic);
        return screen;
    }
}
