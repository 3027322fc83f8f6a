namespace TableOrder.Core.Calls;

/// <summary>What guests may call for.</summary>
public enum CallKind
{
    /// <summary>Water.</summary>
    Water,

    /// <summary>Cutlery, plates, napkins.</summary>
    Cutlery,

    /// <summary>Somebody to come.</summary>
    Help,

    /// <summary>Somebody who takes payment.</summary>
    Bill,

    /// <summary>What the note says.</summary>
    Other,
}

/// <summary>How far a call is.</summary>
public enum CallState
{
    /// <summary>Nobody has said yet that they come.</summary>
    Waiting,

    /// <summary>Somebody of the staff has seen it and comes.</summary>
    Confirmed,

    /// <summary>It is over without an answer: the party left, or it became part of another's equal call.</summary>
    Ended,
}

/// <summary>A party's wish that is no order.</summary>
/// <param name="Id">Its id, rising with time.</param>
/// <param name="SeatingId">Whose it is.</param>
/// <param name="TableName">Where they sit now.</param>
/// <param name="Kind">For what.</param>
/// <param name="Note">In the guest's words; null where they said nothing more.</param>
/// <param name="State">How far it is.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="AnsweredAt">When it was confirmed, or ended; null while it waits.</param>
public sealed record Call(
    Guid Id,
    Guid SeatingId,
    string TableName,
    CallKind Kind,
    string? Note,
    CallState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset? AnsweredAt
);

/// <summary>Calls for somebody.</summary>
/// <param name="Kind">For what.</param>
/// <param name="Note">In one's own words, at most 200 characters; needed for <see cref="CallKind.Other"/>.</param>
public sealed record CallStaff(CallKind Kind, string? Note = null);

/// <summary>A call that stands.</summary>
/// <param name="Call">As it is now.</param>
/// <param name="Created">False where one of this kind was waiting already: it is that one.</param>
public sealed record PlacedCall(Call Call, bool Created);

/// <summary>What the staff sees of the calls.</summary>
/// <param name="Waiting">How many wait, of all days.</param>
/// <param name="Confirmed">How many were confirmed of this business day's.</param>
/// <param name="Calls">Those that wait, the oldest first; then those that were answered lately, the newest first.</param>
public sealed record CallBoard(int Waiting, int Confirmed, IReadOnlyList<Call> Calls);
