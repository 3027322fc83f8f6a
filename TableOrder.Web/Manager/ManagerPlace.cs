namespace TableOrder.Web.Manager;

/// <summary>The manager's pages, in the order of the navigation.</summary>
public enum ManagerPlace
{
    /// <summary>The room and what goes on in it.</summary>
    Floor,

    /// <summary>Every order there ever was.</summary>
    Orders,

    /// <summary>Every bill there ever was, and the day's money.</summary>
    Bills,
}

/// <summary>Where each place is, and its sign.</summary>
public static class ManagerPlaces
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<ManagerPlace> All { get; } = Enum.GetValues<ManagerPlace>();

    /// <summary>The page's address.</summary>
    public static string Path(this ManagerPlace place) =>
        place switch
        {
            ManagerPlace.Floor => "/manager",
            _ => $"/manager/{place.ToString().ToLowerInvariant()}",
        };

    /// <summary>The page's sign.</summary>
    public static string Icon(this ManagerPlace place) =>
        place switch
        {
            ManagerPlace.Floor => "🪑",
            ManagerPlace.Bills => "💳",
            _ => "🧾",
        };
}
