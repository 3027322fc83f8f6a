using System.Reflection;

namespace TableOrder.Core.Journal;

/// <summary>What staff can do beside orders, as the journal names it. Screens have a sentence for each in every language.</summary>
public static class Acts
{
    /// <summary>Staff said what somebody at a table must not eat.</summary>
    public const string AllergiesSet = "allergies_set";

    /// <summary>A part of the room has another name.</summary>
    public const string AreaRenamed = "area_renamed";

    /// <summary>A dish is no longer sold out.</summary>
    public const string BackOn = "menu_back_on";

    /// <summary>Somebody came to a call.</summary>
    public const string CallConfirmed = "call_confirmed";

    /// <summary>A category was put away.</summary>
    public const string CategoryArchived = "category_archived";

    /// <summary>A new category.</summary>
    public const string CategoryCreated = "category_created";

    /// <summary>A category has another name: "from", "to".</summary>
    public const string CategoryRenamed = "category_renamed";

    /// <summary>A category was brought back.</summary>
    public const string CategoryRestored = "category_restored";

    /// <summary>The drawer was counted, and the day's report written.</summary>
    public const string DayCounted = "day_counted";

    /// <summary>A device was invited to stay signed in as an account.</summary>
    public const string DeviceAdded = "device_added";

    /// <summary>A device used its link and is signed in.</summary>
    public const string DeviceEnrolled = "device_enrolled";

    /// <summary>A device got another link.</summary>
    public const string DeviceLinkMade = "device_link_made";

    /// <summary>A device was taken away.</summary>
    public const string DeviceRevoked = "device_revoked";

    /// <summary>Something was given off a bill.</summary>
    public const string DiscountGiven = "discount_given";

    /// <summary>Something that was given off a bill was taken back.</summary>
    public const string DiscountTakenBack = "discount_taken_back";

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

    /// <summary>A kitchen screen looks or sounds otherwise.</summary>
    public const string KitchenScreenChanged = "kitchen_screen_changed";

    /// <summary>A file was taken into the menu.</summary>
    public const string MenuImported = "menu_imported";

    /// <summary>A dish or category stands in another place.</summary>
    public const string MenuOrdered = "menu_ordered";

    /// <summary>Money was given back.</summary>
    public const string PaymentRefunded = "payment_refunded";

    /// <summary>Money was taken.</summary>
    public const string PaymentTaken = "payment_taken";

    /// <summary>A payment was taken back that never was.</summary>
    public const string PaymentVoided = "payment_voided";

    /// <summary>A dish's photo was taken away.</summary>
    public const string PhotoRemoved = "photo_removed";

    /// <summary>A dish has another photo.</summary>
    public const string PhotoSet = "photo_set";

    /// <summary>How many portions of a dish are left: "from", "to"; null where it is not counted.</summary>
    public const string PortionsSet = "portions_set";

    /// <summary>A dish costs more or less: "from", "to", in minor units.</summary>
    public const string PriceChanged = "price_changed";

    /// <summary>The owner said that the restaurant is ready.</summary>
    public const string SetUp = "set_up";

    /// <summary>The restaurant's settings changed.</summary>
    public const string SettingsChanged = "settings_changed";

    /// <summary>All sign-ins of an account were ended.</summary>
    public const string SignInsEnded = "sign_ins_ended";

    /// <summary>Somebody signed in.</summary>
    public const string SignedIn = "signed_in";

    /// <summary>Somebody signed out.</summary>
    public const string SignedOut = "signed_out";

    /// <summary>A dish is sold out.</summary>
    public const string SoldOut = "menu_sold_out";

    /// <summary>An account was made.</summary>
    public const string StaffAdded = "staff_added";

    /// <summary>An account can be used no more.</summary>
    public const string StaffDisabled = "staff_disabled";

    /// <summary>An account can be used again.</summary>
    public const string StaffEnabled = "staff_enabled";

    /// <summary>An account has another name.</summary>
    public const string StaffRenamed = "staff_renamed";

    /// <summary>An account has another role.</summary>
    public const string StaffRoleChanged = "staff_role_changed";

    /// <summary>An account got another password or PIN.</summary>
    public const string StaffSecretSet = "staff_secret_set";

    /// <summary>The kitchen has a station more.</summary>
    public const string StationAdded = "station_added";

    /// <summary>A station's tickets turn yellow and red at other ages.</summary>
    public const string StationAgesChanged = "station_ages_changed";

    /// <summary>A station has another name or sign.</summary>
    public const string StationChanged = "station_changed";

    /// <summary>A station was taken away.</summary>
    public const string StationRemoved = "station_removed";

    /// <summary>A table was taken away.</summary>
    public const string TableArchived = "table_archived";

    /// <summary>A table's name, part of the room, seats or use changed.</summary>
    public const string TableChanged = "table_changed";

    /// <summary>A party left.</summary>
    public const string TableClosed = "table_closed";

    /// <summary>A party went to another table.</summary>
    public const string TableMoved = "table_moved";

    /// <summary>A table was opened for a party.</summary>
    public const string TableOpened = "table_opened";

    /// <summary>A party came back.</summary>
    public const string TableReopened = "table_reopened";

    /// <summary>A table that was taken away is back.</summary>
    public const string TableRestored = "table_restored";

    /// <summary>A table has a new printed code; the old one ended.</summary>
    public const string TableTokenRotated = "table_token_rotated";

    /// <summary>New tables.</summary>
    public const string TablesAdded = "tables_added";

    /// <summary>Two parties became one.</summary>
    public const string TablesMerged = "tables_merged";

    /// <summary>Tables stand in another order.</summary>
    public const string TablesOrdered = "tables_ordered";

    /// <summary>Tables stand elsewhere on the plan.</summary>
    public const string TablesPlaced = "tables_placed";

    /// <summary>What a party owed was written off.</summary>
    public const string WrittenOff = "written_off";

    /// <summary>All there are.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(Acts)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];
}
