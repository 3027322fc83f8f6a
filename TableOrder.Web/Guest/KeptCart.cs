using System.Text.Encodings.Web;
using System.Text.Json;
using TableOrder.Core;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Guest;

/// <summary>The cart as the browser keeps it. What comes back may be anything: only a cart that could have been made here is taken.</summary>
internal static class KeptCart
{
    // It goes to the browser's own store, never into HTML: Korean stays readable and a third as long.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where the browser keeps the cart of a seating.</summary>
    public static string Place(Guid seating) => $"cart:{seating:N}";

    /// <summary>The text to keep; null where there is nothing worth keeping.</summary>
    public static string? Write(Cart cart) => cart.Lines.Count == 0 && !cart.Unconfirmed ? null : JsonSerializer.Serialize(Shape.Of(cart), Json);

    /// <summary>The cart that a text stands for; null where it stands for none.</summary>
    public static Cart? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Shape>(text, Json)?.ToCart();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Shape(Guid Id, bool Unconfirmed, IReadOnlyList<LineShape?>? Lines)
    {
        public static Shape Of(Cart cart) =>
            new(
                cart.RequestId,
                cart.Unconfirmed,
                [.. cart.Lines.Select(line => new LineShape(line.ItemId, line.Name, line.Options, line.Note, line.Quantity, line.SeenPrice.Minor))]
            );

        public Cart? ToCart()
        {
            if (Id == Guid.Empty || Lines is null || Lines.Count > PlaceRule.MostLines || !Lines.All(line => line is { IsSound: true }))
            {
                return null;
            }

            var empty = new Cart(Id, []) { Unconfirmed = Unconfirmed };
            return Lines.Aggregate(empty, (cart, line) => cart.Add(line!.ToLine()));
        }
    }

    private sealed record LineShape(Guid Item, LocalText? Name, IReadOnlyList<Guid>? Options, string? Note, int Quantity, long Seen)
    {
        public bool IsSound =>
            Item != Guid.Empty && Quantity is >= 1 and <= PlaceRule.MostQuantity && !(Note?.Length > PlaceRule.LongestNote) && Seen >= 0;

        public CartLine ToLine() =>
            new(Item, Name ?? LocalText.Empty, [.. (Options ?? []).Distinct()], PlainText.Tidy(Note), Quantity, new Money(Seen));
    }
}
