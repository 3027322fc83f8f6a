namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>The 256 colours that come closest to a picture's, by median cut: the box of colours with the widest spread is halved until there are enough.</summary>
internal sealed class Palette
{
    private const int Most = 256;
    private readonly Dictionary<int, byte> nearest = [];

    private Palette(IReadOnlyList<int> colours) => Colours = colours;

    /// <summary>As 0xRRGGBB.</summary>
    public IReadOnlyList<int> Colours { get; }

    public static Palette Of(ReadOnlySpan<int> pixels)
    {
        var counted = new Dictionary<int, int>();
        foreach (var pixel in pixels)
        {
            counted[pixel] = counted.GetValueOrDefault(pixel) + 1;
        }

        if (counted.Count <= Most)
        {
            return new Palette([.. counted.Keys]);
        }

        List<List<int>> boxes =
        [
            [.. counted.Keys],
        ];
        while (boxes.Count < Most)
        {
            var (box, channel) = boxes
                .Where(one => one.Count > 1)
                .Select(one => (Box: one, Channel: Widest(one)))
                .MaxBy(one => Spread(one.Box, one.Channel) * Math.Sqrt(one.Box.Sum(colour => (double)counted[colour])));
            box.Sort((one, other) => Channel(one, channel) - Channel(other, channel));
            boxes.Remove(box);
            boxes.AddRange([box[..(box.Count / 2)], box[(box.Count / 2)..]]);
        }

        return new Palette([.. boxes.Select(box => box.MaxBy(colour => counted[colour]))]);
    }

    /// <summary>The place of the closest colour.</summary>
    public byte Nearest(int colour)
    {
        if (!nearest.TryGetValue(colour, out var place))
        {
            place = (byte)Enumerable.Range(0, Colours.Count).MinBy(i => Distance(Colours[i], colour));
            nearest[colour] = place;
        }

        return place;
    }

    private static int Channel(int colour, int which) => (colour >> (8 * which)) & 0xFF;

    private static int Widest(List<int> box) => Enumerable.Range(0, 3).MaxBy(channel => Spread(box, channel));

    private static int Spread(List<int> box, int channel) =>
        box.Max(colour => Channel(colour, channel)) - box.Min(colour => Channel(colour, channel));

    private static int Distance(int one, int other) =>
        Enumerable.Range(0, 3).Sum(channel => (Channel(one, channel) - Channel(other, channel)) * (Channel(one, channel) - Channel(other, channel)));
}
