using System.Globalization;

namespace TableOrder.Core.Stations;

/// <summary>A station as it shall be.</summary>
/// <param name="Slug">Which one; null: a new one.</param>
/// <param name="Name">As on the tab, in at least one language, each at most 24 characters.</param>
/// <param name="Emoji">Its sign.</param>
/// <param name="WarnAfter">Its tickets turn yellow, see <see cref="AgeStation"/>.</param>
/// <param name="LateAfter">Its tickets turn red.</param>
public sealed record SetStation(string? Slug, LocalText Name, string Emoji, TimeSpan WarnAfter, TimeSpan LateAfter);

/// <summary>What a station may be called. Pure.</summary>
internal static class StationRule
{
    public const int LongestName = 24;
    private const int LongestEmoji = 16;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);

    /// <summary>Addresses of the kitchen's screens that are no station's.</summary>
    private static readonly string[] Taken = ["all", "expo", "plain"];

    public static Refusal? Refuse(SetStation station) =>
        station.Name.Texts.Values.All(string.IsNullOrWhiteSpace) || station.Name.Texts.Values.Any(text => text.Length > LongestName)
            ? Refusal.Bad("name", $"Send a name of 1 to {LongestName} characters in at least one language.")
        : string.IsNullOrWhiteSpace(station.Emoji) || station.Emoji.Length > LongestEmoji ? Refusal.Bad("emoji", "Send one emoji.")
        : Refuse(station.WarnAfter, station.LateAfter);

    /// <summary>Why ages are none; kept in whole seconds, and so compared.</summary>
    public static Refusal? Refuse(TimeSpan warnAfter, TimeSpan lateAfter) =>
        warnAfter < Shortest || (int)lateAfter.TotalSeconds <= (int)warnAfter.TotalSeconds || lateAfter > Longest
            ? Refusal.Bad("lateAfter", "Send a yellow age of 10 seconds or more and a red one that is longer, at most 3 hours.")
            : null;

    /// <summary>What addresses and orders call it: the English name's letters and digits, else "station", with a number where that is taken.</summary>
    public static string SlugOf(LocalText name, IEnumerable<string> others)
    {
        var words = name.In("en").ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var plain = string.Join('-', string.Concat(words).Split('-', StringSplitOptions.RemoveEmptyEntries));
        var wanted = plain.Length == 0 ? "station" : plain;
        var used = others.Concat(Taken).ToHashSet(StringComparer.Ordinal);
        return Enumerable
            .Range(1, int.MaxValue)
            .Select(number => number == 1 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}"))
            .First(slug => !used.Contains(slug));
    }
}
