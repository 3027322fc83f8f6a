using System.Globalization;
using System.Resources;

namespace TableOrder.Web.Manager.Room;

/// <summary>What stands on the printed sheets.</summary>
internal static class PrintSheets
{
    private const int Usual = 4;
    private static readonly ResourceManager Texts = new(typeof(RoomTexts));

    /// <summary>How many cards fit on a sheet.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [1, 4, 8];

    /// <summary>The size that an address asks for, else the usual one.</summary>
    public static int SizeOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) ? size : Usual;

    /// <summary>What to do with the code, in a language that need not be the one of whoever prints.</summary>
    public static string ScanToOrder(string language) => Texts.GetString(nameof(ScanToOrder), CultureInfo.GetCultureInfo(language))!;
}
