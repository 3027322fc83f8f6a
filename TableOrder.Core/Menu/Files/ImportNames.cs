namespace TableOrder.Core.Menu.Files;

/// <summary>Leads from a name to what bears it, in whichever language and whatever the case; of two the one that came first.</summary>
internal sealed class ImportNames
{
    private readonly Dictionary<string, Guid> ids = new(StringComparer.OrdinalIgnoreCase);

    public void Add(LocalText name, Guid id)
    {
        foreach (var text in name.Texts.Values)
        {
            ids.TryAdd(text.Trim(), id);
        }
    }

    /// <summary>An id is a name, too, and no other's.</summary>
    public void Add(Guid named, Guid id) => ids[$"{named}"] = id;

    public Guid? Find(string name) => ids.TryGetValue(name.Trim(), out var id) ? id : null;

    public Guid? Find(LocalText name) => name.Texts.Values.Select(Find).FirstOrDefault(id => id is not null);
}
