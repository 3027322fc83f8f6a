namespace TableOrder.Web.Manager;

/// <summary>The manager's pages, in the order of the navigation.</summary>
public enum ManagerPlace
{
    /// <summary>The room and what goes on in it.</summary>
    Floor,

    /// <summary>Every order there ever was.</summary>
    Orders,

    /// <summary>Who called, and how soon somebody came.</summary>
    Calls,

    /// <summary>Every party's bill, and the drawer.</summary>
    Bills,

    /// <summary>Dishes, options and their files.</summary>
    Menu,

    /// <summary>What was sold, and when.</summary>
    Sales,

    /// <summary>The tables, their codes and their places.</summary>
    Tables,

    /// <summary>Who works here, and which devices stay signed in.</summary>
    Staff,

    /// <summary>What the whole restaurant agrees on.</summary>
    Settings,
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
            ManagerPlace.Orders => "🧾",
            ManagerPlace.Calls => "🔔",
            ManagerPlace.Bills => "💳",
            ManagerPlace.Menu => "🍽️",
            ManagerPlace.Sales => "📈",
            ManagerPlace.Tables => "🔲",
            ManagerPlace.Staff => "👥",
            _ => "⚙️",
        };
}
