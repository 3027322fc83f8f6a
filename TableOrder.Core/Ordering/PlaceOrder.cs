using System.Security.Cryptography;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Sends an order: one round of a seating.</summary>
/// <param name="RequestId">Made by the sender for this cart: however often it is sent, it becomes one order.</param>
/// <param name="Lines">What is ordered, 1 to 100 lines.</param>
public sealed record PlaceOrder(Guid RequestId, IReadOnlyList<PlaceLine> Lines)
{
    /// <summary>For which stay; only staff say it, a guest's is their own.</summary>
    public Guid? SeatingId { get; init; }

    /// <summary>What the request id stands for: the same content gives the same hash, in whatever order its options were named.</summary>
    internal string Hash()
    {
        var canonical = Lines.Select(line => line with { ModifierIds = [.. line.ModifierIds.Order()], Note = PlainText.Tidy(line.Note) });
        return Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Columns.ToJson(canonical))));
    }
}

/// <summary>A line of a <see cref="PlaceOrder"/>.</summary>
/// <param name="MenuItemId">The dish.</param>
/// <param name="Quantity">1 to 99.</param>
/// <param name="ModifierIds">The chosen options.</param>
public sealed record PlaceLine(Guid MenuItemId, int Quantity, IReadOnlyList<Guid> ModifierIds)
{
    /// <summary>The guest's words, at most 200 characters.</summary>
    public string? Note { get; init; }

    /// <summary>The price for one with options that the sender saw; given, another price refuses.</summary>
    public Money? UnitPrice { get; init; }

    /// <summary>Who wants it, where a cart was shared, and empty where they gave no name; null: whoever sends it. No part of what the request id stands for.</summary>
    internal string? By { get; init; }

    /// <summary>Another course than the dish's own, 0 to 9; staff only.</summary>
    public int? Course { get; init; }
}
