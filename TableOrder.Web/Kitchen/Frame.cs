namespace TableOrder.Web.Kitchen;

/// <summary>The room that a screen has for tickets, in CSS pixels, as its browser measured it.</summary>
/// <param name="Width">Of all columns with the gaps between them.</param>
/// <param name="Height">Of a column.</param>
/// <param name="Columns">How many the screen's settings ask for; 0: as many as fit.</param>
/// <param name="Squeeze">How often the browser said that a page did not fit: each time everything is taken to be a tenth taller.</param>
public readonly record struct Frame(int Width, int Height, int Columns = 0, int Squeeze = 0)
{
    /// <summary>Between columns, and below each ticket.</summary>
    public const int Gap = 14;

    private const int Narrowest = 278;

    /// <summary>What a browser that has not been asked yet is taken to have: a wall screen of 1920 by 1080 with its panel.</summary>
    public static Frame Unknown { get; } = new(1600, 960);

    /// <summary>How many columns there are.</summary>
    public int ColumnCount => Columns > 0 ? Columns : Math.Max(1, (Width + Gap) / (Narrowest + Gap));

    /// <summary>How wide a ticket is.</summary>
    public int ColumnWidth => (Width - (Gap * (ColumnCount - 1))) / ColumnCount;

    /// <summary>A height as it is reckoned here.</summary>
    public int Reckon(int height) => height + (height * Squeeze / 10);

    /// <summary>What a browser says, within reason: a screen that lies takes no page down.</summary>
    public static Frame Of(int width, int height) => new(Math.Clamp(width, 240, 8000), Math.Clamp(height, 320, 8000));
}
