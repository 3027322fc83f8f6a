namespace TableOrder.Core.Menu.Editing;

/// <summary>Why a change of the menu is not possible now.</summary>
public static class EditRefusal
{
    /// <summary>Somebody changed it since the version that was named.</summary>
    public const string StaleVersion = "stale_version";

    /// <summary>It was taken off the menu: first it is brought back.</summary>
    public const string Archived = "archived";

    /// <summary>Dishes stand under the category.</summary>
    public const string CategoryInUse = "category_in_use";

    /// <summary>Dishes ask this choice.</summary>
    public const string GroupInUse = "group_in_use";
}
