namespace TableOrder.Web.Kitchen;

/// <summary>What the large target at a ticket's foot does.</summary>
public enum BumpKind
{
    /// <summary>Some lines are not done yet: the bump says that they are.</summary>
    Done,

    /// <summary>All is done and may leave.</summary>
    SendOut,

    /// <summary>The party has allergies and nobody has touched the ticket: the first tap says that they were read.</summary>
    SeeAllergies,

    /// <summary>Nothing is left to be made: the tap takes the ticket away.</summary>
    TakeAway,

    /// <summary>At the pass: every station is done, the order goes to its table.</summary>
    Serve,

    /// <summary>At the pass: a station is not done; the target says which.</summary>
    Wait,

    /// <summary>At the pass: what was fired is served, the next course waits.</summary>
    Fire,
}
