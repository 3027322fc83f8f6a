using System.Globalization;
using System.Text;
using TableOrder.Core.Ordering;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Kitchen;

/// <summary>
/// How tall a ticket will stand on the screen, estimated from its texts: pages are made before anything is rendered. The figures are those of kitchen.css.
/// Rather too tall than too small; where a browser's fonts are wider still, it says so and the page is made again (<see cref="Frame.Squeeze"/>). Pure.
/// </summary>
public static class TicketSize
{
    /// <summary>A ticket's head: table, number and timer.</summary>
    public const int Head = 70;

    /// <summary>Its foot: the bump target.</summary>
    public const int Foot = 84;

    /// <summary>What is said of it below its head: such as that it was added, or which part of a long one it is.</summary>
    public const int ChipRow = 32;

    private const int GroupHead = 34;
    private const int LinePadding = 17;
    private const int LineAtLeast = 53;
    private const int MostNameRows = 3;
    private const int BesideName = 104;
    private const int BesideAll = 52;

    /// <summary>What stands above the first line, in pixels.</summary>
    public static int Above(Order order, TicketFace face, int width, Func<string, string> allergen)
    {
        var chips = (face.IsAdded ? 1 : 0) + (face.IsRecalled ? 1 : 0) + (order.PrioritizedAt is null ? 0 : 1) + (order.Remake is null ? 0 : 1);
        var head = Head + (chips > 0 ? ChipRow : 0) + (order.TableName.Length > 5 ? ChipRow : 0);
        head += order.Remake is { } remake ? Rows(remake.Reason, 20, width - BesideAll) * 25 : 0;
        return head
            + (
                order.Allergies.Count == 0
                    ? 0
                    : 24 + (Rows("⚠ 알레르기: " + string.Join(", ", order.Allergies.Select(allergen)), 21, width - BesideAll) * 26)
            );
    }

    /// <summary>What stands below the last line, in pixels.</summary>
    public static int Below(TicketFace face, int width)
    {
        var others = string.Join(", ", face.Others.Select(line => $"{line.Quantity} {line.Name.Here()}"));
        return Foot + (others.Length == 0 ? 0 : 16 + (Rows(others, 17, width - BesideAll) * 24));
    }

    /// <summary>A line with its options and notes, in pixels.</summary>
    public static int Line(OrderLine line, TicketFace face, int width, Func<string, string> allergen)
    {
        var room = width - BesideName;
        var height = LinePadding + (Math.Min(MostNameRows, Rows(line.Name.Here(), 25, room)) * 32);
        if (line.Modifiers.Count > 0)
        {
            height += Small(string.Join(" · ", line.Modifiers.Select(modifier => modifier.Name.Here())), room);
        }

        height += line.Note is { } note ? Small($"“{note}”", room) : 0;
        var dangers = string.Join(", ", face.Dangers(line).Select(allergen));
        height += dangers.Length > 0 ? Small("⚠ contains " + dangers, room) : 0;
        height += line.CancelledQuantity > 0 && line.Quantity > 0 ? Small("99 99 cancelled", room) : 0;
        return Math.Max(LineAtLeast, height + 1);
    }

    /// <summary>A station's name above its lines, in pixels; only where a screen shows several.</summary>
    public static int GroupName(KitchenView view) => view.Slug is null ? GroupHead : 0;

    private static int Small(string text, int room) => 3 + (Rows(text, 20, room) * 27);

    /// <summary>How many rows a text takes. Words are not broken, so the last of a row is often carried over: a little more is reckoned.</summary>
    private static int Rows(string text, int fontSize, int room)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Em(rune) * fontSize;
        }

        return width <= room ? 1 : (int)Math.Ceiling(width * 1.08 / Math.Max(room, 60));
    }

    /// <summary>Letters as wide as in a bold face: what is East Asian or a picture is as wide as high.</summary>
    private static double Em(Rune rune) =>
        rune.Value switch
        {
            < 0x80 => rune.Value == ' ' ? 0.28
            : char.IsAsciiLetterUpper((char)rune.Value) || rune.Value is '@' or '%' or '&' ? 0.7
            : 0.57,
            >= 0x1F000 => 1.35,
            < 0x1100 => 0.62,
            >= 0xAC00 and <= 0xD7A3 => 0.93,
            _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0 : 1.0,
        };
}
