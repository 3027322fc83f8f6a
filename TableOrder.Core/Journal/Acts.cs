namespace TableOrder.Core.Journal;

/// <summary>What staff can do beside orders, as the journal names it. Screens have a sentence for each in every language.</summary>
public static class Acts
{
    /// <summary>The restaurant's settings changed.</summary>
    public const string SettingsChanged = "settings_changed";

    /// <summary>The owner said that the restaurant is ready.</summary>
    public const string SetUp = "set_up";

    /// <summary>A dish is no longer sold out.</summary>
    public const string BackOn = "menu_back_on";

    /// <summary>A category was put away.</summary>
    public const string CategoryArchived = "category_archived";

    /// <summary>A new category.</summary>
    public const string CategoryCreated = "category_created";

    /// <summary>A category has another name: "from", "to".</summary>
    public const string CategoryRenamed = "category_renamed";

    /// <summary>A category was brought back.</summary>
    public const string CategoryRestored = "category_restored";

    /// <summary>A dish was taken off the menu.</summary>
    public const string DishArchived = "dish_archived";

    /// <summary>A dish changed: "fields" names what, as refusals name fields; its price has an act of its own.</summary>
    public const string DishChanged = "dish_changed";

    /// <summary>A new dish.</summary>
    public const string DishCreated = "dish_created";

    /// <summary>A dish stands in another category: "to".</summary>
    public const string DishMoved = "dish_moved";

    /// <summary>A dish was brought back.</summary>
    public const string DishRestored = "dish_restored";

    /// <summary>A choice that dishes share was put away.</summary>
    public const string GroupArchived = "group_archived";

    /// <summary>A choice that dishes share changed: "fields" names what.</summary>
    public const string GroupChanged = "group_changed";

    /// <summary>A new choice that dishes share.</summary>
    public const string GroupCreated = "group_created";

    /// <summary>A choice that dishes share was brought back.</summary>
    public const string GroupRestored = "group_restored";

    /// <summary>A dish or category stands in another place.</summary>
    public const string MenuOrdered = "menu_ordered";

    /// <summary>A file was taken into the menu.</summary>
    public const string MenuImported = "menu_imported";

    /// <summary>A dish's photo was taken away.</summary>
    public const string PhotoRemoved = "photo_removed";

    /// <summary>A dish has another photo.</summary>
    public const string PhotoSet = "photo_set";

    /// <summary>How many portions of a dish are left: "from", "to"; null where it is not counted.</summary>
    public const string PortionsSet = "portions_set";

    /// <summary>A dish costs more or less: "from", "to", in minor units.</summary>
    public const string PriceChanged = "price_changed";

    /// <summary>A dish is sold out.</summary>
    public const string SoldOut = "menu_sold_out";

    /// <summary>All there are.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SettingsChanged,
        SetUp,
        BackOn,
        CategoryArchived,
        CategoryCreated,
        CategoryRenamed,
        CategoryRestored,
        DishArchived,
        DishChanged,
        DishCreated,
        DishMoved,
        DishRestored,
        GroupArchived,
        GroupChanged,
        GroupCreated,
        GroupRestored,
        MenuImported,
            MenuOrdered,
        PhotoRemoved,
        PhotoSet,
        PortionsSet,
        PriceChanged,
        SoldOut,
    ];
}
