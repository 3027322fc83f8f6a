namespace TableOrder.Core.Ordering;

/// <summary>The state of a line: the truth about its food. Their order is the way to the table.</summary>
public enum LineStatus
{
    /// <summary>Waits for its course to be fired.</summary>
    Held,

    /// <summary>Sent, nobody has begun.</summary>
    Placed,

    /// <summary>Somebody is making it.</summary>
    Preparing,

    /// <summary>Made; drinks without a station are so at once.</summary>
    Ready,

    /// <summary>On the table.</summary>
    Served,

    /// <summary>Will not be made, or was taken back.</summary>
    Cancelled,
}

/// <summary>The state of an order, derived from its lines.</summary>
public enum OrderStatus
{
    /// <summary>No station has begun.</summary>
    Placed,

    /// <summary>At least one station has begun.</summary>
    Preparing,

    /// <summary>Everything is ready or served.</summary>
    Ready,

    /// <summary>Everything is served.</summary>
    Served,

    /// <summary>Nothing is left of it.</summary>
    Cancelled,
}

/// <summary>What one event of the log says about an order. A signal carries this and the order's id, nothing more.</summary>
public enum OrderEventType
{
    /// <summary>It came into being.</summary>
    Placed,

    /// <summary>A kitchen screen confirmed that it holds it.</summary>
    Received,

    /// <summary>Its derived status changed.</summary>
    StatusUpdated,

    /// <summary>It became cancelled.</summary>
    Cancelled,

    /// <summary>Any other change of a line or a ticket.</summary>
    LinesUpdated,

    /// <summary>Its bill is fully paid.</summary>
    Paid,

    /// <summary>Money was given back.</summary>
    Refunded,

    /// <summary>It belongs to another seating or table now.</summary>
    Moved,
}
