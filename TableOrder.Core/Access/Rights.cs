namespace TableOrder.Core.Access;

/// <summary>Something that a door (a Desk's or Reader's method) needs.</summary>
public enum Right
{
    /// <summary>Say who you are, with a name and a password.</summary>
    SignIn,

    /// <summary>End one's own sign-in.</summary>
    SignOut,

    /// <summary>Use the link that signs a device in.</summary>
    EnrolDevice,

    /// <summary>Become an account without its password: only the app itself, for /demo on its own machine.</summary>
    TakeRole,

    /// <summary>Join the seating of a table whose token you hold.</summary>
    JoinTable,

    /// <summary>See the menu.</summary>
    ReadMenu,

    /// <summary>See dishes' photos: whoever knows their address, so that browsers may keep them.</summary>
    ReadPhotos,

    /// <summary>Say that a dish is sold out or how many portions are left.</summary>
    SetAvailability,

    /// <summary>Change dishes and prices.</summary>
    ChangeMenu,

    /// <summary>Send an order.</summary>
    PlaceOrders,

    /// <summary>See and change the cart that a seating's guests share.</summary>
    UseCart,

    /// <summary>See orders: a guest their seating's, staff all.</summary>
    ReadOrders,

    /// <summary>See what was done to an order, by whom and from where.</summary>
    ReadOrderHistory,

    /// <summary>Move lines towards the table, or recall them.</summary>
    StepOrders,

    /// <summary>Put an order before all others.</summary>
    PrioritizeOrders,

    /// <summary>Have a line made again that went wrong.</summary>
    RemakeLines,

    /// <summary>Confirm that a kitchen screen holds tickets.</summary>
    ReceiveTickets,

    /// <summary>Cancel lines; the rules narrow it by role and time.</summary>
    CancelOrders,

    /// <summary>See the kitchen's tickets.</summary>
    ReadKitchen,

    /// <summary>Say how a kitchen screen looks and sounds, and when a station's tickets turn yellow and red.</summary>
    SetKitchenScreens,

    /// <summary>Take a station away.</summary>
    ChangeStations,

    /// <summary>See tables and who sits there.</summary>
    ReadTables,

    /// <summary>See the seating that one is a guest of.</summary>
    ReadOwnSeating,

    /// <summary>Say what the others at the table shall call one.</summary>
    NameOneself,

    /// <summary>See the code that joins a seating: a guest their own, floor and manager any.</summary>
    ReadJoinCode,

    /// <summary>See one seating with all that is known of it.</summary>
    ReadSeatings,

    /// <summary>Say what somebody at a table must not eat.</summary>
    SetAllergies,

    /// <summary>See the secret links of tables.</summary>
    ReadTableTokens,

    /// <summary>Add, change, arrange and take away tables, and end their printed codes.</summary>
    ManageTables,

    /// <summary>Open and close seatings.</summary>
    ManageSeatings,

    /// <summary>Call for staff, and see whether somebody comes.</summary>
    CallStaff,

    /// <summary>See who called.</summary>
    ReadCalls,

    /// <summary>Say that one comes.</summary>
    ConfirmCalls,

    /// <summary>See a bill: a guest their own.</summary>
    ReadBill,

    /// <summary>Say that money was taken.</summary>
    TakePayments,

    /// <summary>Pay by a provider.</summary>
    PayByProvider,

    /// <summary>Take in what a payment provider says.</summary>
    HearProviders,

    /// <summary>Take back a payment, or give money back.</summary>
    GiveMoneyBack,

    /// <summary>Give something off a bill.</summary>
    GiveDiscounts,

    /// <summary>Close a table that has not paid.</summary>
    WriteOff,

    /// <summary>See and change the staff's accounts, and which devices stay signed in.</summary>
    ManageStaff,

    /// <summary>See what staff did.</summary>
    ReadJournal,

    /// <summary>Look for bills, of whichever day.</summary>
    ReadBills,

    /// <summary>Count the drawer, which ends the day's report.</summary>
    CountDrawer,

    /// <summary>See what was counted.</summary>
    ReadDayReports,

    /// <summary>See kept figures.</summary>
    ReadStatistics,

    /// <summary>See the restaurant's settings.</summary>
    ReadSettings,

    /// <summary>Say what the restaurant is called, how it reckons, and that it is ready.</summary>
    ChangeSettings,
}

/// <summary>The one table that says which role may pass which door. Whose order it is and whether the seating is open is decided inside the transaction.</summary>
public static class Rights
{
    private static readonly Dictionary<Right, Role[]> Holders = new()
    {
        [Right.SignIn] = [Role.Nobody, Role.Guest, Role.Kitchen, Role.Floor, Role.Manager, Role.System],
        [Right.SignOut] = [Role.Kitchen, Role.Floor, Role.Manager],
        [Right.EnrolDevice] = [Role.Nobody, Role.Guest, Role.Kitchen, Role.Floor, Role.Manager, Role.System],
        [Right.TakeRole] = [Role.System],
        [Right.JoinTable] = [Role.Nobody, Role.Guest, Role.Kitchen, Role.Floor, Role.Manager, Role.System],
        [Right.ReadSettings] = [Role.Nobody, Role.Guest, Role.Kitchen, Role.Floor, Role.Manager, Role.System],
        [Right.ReadMenu] = [Role.Guest, Role.Kitchen, Role.Floor, Role.Manager, Role.System],
        [Right.ReadPhotos] = [Role.Nobody, Role.Guest, Role.Kitchen, Role.Floor, Role.Manager, Role.System],
        [Right.SetAvailability] = [Role.Kitchen, Role.Manager],
        [Right.ChangeMenu] = [Role.Manager],
        [Right.PlaceOrders] = [Role.Guest, Role.Floor, Role.Manager],
        [Right.UseCart] = [Role.Guest, Role.Floor, Role.Manager],
        [Right.ReadOrders] = [Role.Guest, Role.Kitchen, Role.Floor, Role.Manager, Role.System],
        [Right.ReadOrderHistory] = [Role.Manager],
        [Right.StepOrders] = [Role.Kitchen, Role.Floor, Role.Manager],
        [Right.PrioritizeOrders] = [Role.Kitchen, Role.Manager],
        [Right.RemakeLines] = [Role.Kitchen, Role.Floor, Role.Manager],
        [Right.ReceiveTickets] = [Role.Kitchen, Role.Manager],
        [Right.CancelOrders] = [Role.Guest, Role.Floor, Role.Manager],
        [Right.ReadKitchen] = [Role.Kitchen, Role.Floor, Role.Manager],
        [Right.SetKitchenScreens] = [Role.Kitchen, Role.Manager],
        [Right.ChangeStations] = [Role.Manager],
        [Right.ReadTables] = [Role.Kitchen, Role.Floor, Role.Manager, Role.System],
        [Right.ReadOwnSeating] = [Role.Guest],
        [Right.NameOneself] = [Role.Guest],
        [Right.ReadJoinCode] = [Role.Guest, Role.Floor, Role.Manager],
        [Right.ReadSeatings] = [Role.Floor, Role.Manager],
        [Right.SetAllergies] = [Role.Guest, Role.Floor, Role.Manager],
        [Right.ReadTableTokens] = [Role.Manager, Role.System],
        [Right.ManageTables] = [Role.Manager],
        [Right.ManageSeatings] = [Role.Floor, Role.Manager],
        [Right.CallStaff] = [Role.Guest],
        [Right.ReadCalls] = [Role.Kitchen, Role.Floor, Role.Manager],
        [Right.ConfirmCalls] = [Role.Kitchen, Role.Floor, Role.Manager],
        [Right.ReadBill] = [Role.Guest, Role.Floor, Role.Manager],
        [Right.TakePayments] = [Role.Floor, Role.Manager],
        [Right.PayByProvider] = [Role.Guest],
        [Right.HearProviders] = [Role.System],
        [Right.GiveMoneyBack] = [Role.Manager],
        [Right.GiveDiscounts] = [Role.Manager],
        [Right.WriteOff] = [Role.Manager],
        [Right.ManageStaff] = [Role.Manager],
        [Right.ReadJournal] = [Role.Manager],
        [Right.ReadBills] = [Role.Manager],
        [Right.CountDrawer] = [Role.Manager],
        [Right.ReadDayReports] = [Role.Manager],
        [Right.ReadStatistics] = [Role.Manager],
        [Right.ChangeSettings] = [Role.Manager],
    };

    /// <summary>Whether the role holds the right.</summary>
    public static bool Allows(Role role, Right right) => Holders[right].Contains(role);

    /// <summary>The refusal at the door, or null where the actor may pass.</summary>
    public static Refusal? Refuse(Actor actor, Right right) => Allows(actor.Role, right) ? null : new Refusal(Refusal.Forbidden);
}
