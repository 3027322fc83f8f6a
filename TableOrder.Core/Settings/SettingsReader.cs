using TableOrder.Core.Access;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Settings;

/// <summary>Answers questions about the restaurant itself.</summary>
public sealed class SettingsReader
{
    private readonly ReadPool reads;
    private volatile RestaurantSettings? current;

    internal SettingsReader(ReadPool reads) => this.reads = reads;

    /// <summary>The settings as they are now.</summary>
    public async Task<Outcome<RestaurantSettings>> GetAsync(Actor actor) =>
        Rights.Refuse(actor, Right.ReadSettings) is { } refusal ? refusal : await CurrentAsync();

    /// <summary>For Core's own rooms, which need the clock and the currency whoever asks.</summary>
    internal async Task<RestaurantSettings> CurrentAsync() => current ??= await reads.ReadAsync(Load);

    private static RestaurantSettings Load(Session session)
    {
        var row = session.Db.Set<SettingsRow>().First();
        return new RestaurantSettings(row.Name, row.Currency, row.TimeZone, row.BusinessDayStartsAt, row.Languages) { ServiceRate = row.ServiceRate };
    }
}
