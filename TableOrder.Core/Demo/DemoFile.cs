using TableOrder.Core.Menu;

namespace TableOrder.Core.Demo;

/// <summary>The shape of restaurant.json: what a demo restaurant consists of, by names instead of ids.</summary>
internal sealed record DemoFile(
    LocalText Name,
    IReadOnlyList<DemoStation> Stations,
    IReadOnlyList<DemoArea> Areas,
    IReadOnlyList<DemoGroup> ModifierGroups,
    IReadOnlyList<DemoCategory> Categories
);

internal sealed record DemoStation(string Slug, string Emoji, LocalText Name, int WarnAfterSeconds, int LateAfterSeconds);

internal sealed record DemoArea(LocalText Name, IReadOnlyList<DemoTable> Tables);

internal sealed record DemoTable(string Name, int Seats, bool Counter = false);

internal sealed record DemoGroup(string Key, LocalText Name, int Min, int Max, IReadOnlyList<DemoModifier> Modifiers);

internal sealed record DemoModifier(LocalText Name, long Price, IReadOnlyList<string> Allergens);

internal sealed record DemoCategory(LocalText Name, IReadOnlyList<DemoItem> Items);

internal sealed record DemoItem(
    LocalText Name,
    LocalText Description,
    string Emoji,
    long Price,
    string? Station,
    int MinQuantity,
    IReadOnlyList<string> Allergens,
    bool SoldOut,
    int? Portions,
    bool TaxExempt,
    IReadOnlyList<string> ModifierGroups,
    IReadOnlyList<ServingHours>? Hours = null
);
