namespace TableOrder.Core.Seating;

/// <summary>Who opens a table for its next party.</summary>
public enum TableOpening
{
    /// <summary>The first guest, by scanning the table's printed code.</summary>
    Automatic,

    /// <summary>Staff. Then a printed code, which anybody may have photographed, seats nobody; the code on the table's screen does.</summary>
    Staff,
}

/// <summary>How the house seats its guests.</summary>
/// <param name="Opening">Who opens a table.</param>
public sealed record SeatingOptions(TableOpening Opening = TableOpening.Automatic);
