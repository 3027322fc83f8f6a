namespace TableOrder.Core.Access;

/// <summary>Who somebody is to the restaurant.</summary>
public enum Role
{
    /// <summary>Nobody has said who they are.</summary>
    Nobody,

    /// <summary>A guest of one seating.</summary>
    Guest,

    /// <summary>Cooks: tickets, sold out, portions.</summary>
    Kitchen,

    /// <summary>Waiters: tables, calls, serving, orders for guests.</summary>
    Floor,

    /// <summary>Everything, also refunds, prices, staff and tokens.</summary>
    Manager,

    /// <summary>The app itself.</summary>
    System,
}
