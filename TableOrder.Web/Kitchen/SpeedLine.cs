using System.Globalization;
using TableOrder.Core.Statistics;

namespace TableOrder.Web.Kitchen;

/// <summary>A station's half hours as a line: the last twelve, drawn in a box of 100 by 24. Pure.</summary>
public static class SpeedLine
{
    private const int Last = 12;
    private const double Height = 24;

    /// <summary>The points of an SVG polyline; a half hour alone is a level line.</summary>
    public static string Points(IReadOnlyList<HalfHourSpeed> halfHours)
    {
        var seconds = halfHours.TakeLast(Last).Select(half => half.Average.TotalSeconds).ToList();
        if (seconds.Count == 1)
        {
            seconds.Add(seconds[0]);
        }

        var longest = seconds.DefaultIfEmpty(1).Max();
        return string.Join(
            ' ',
            seconds.Select(
                (second, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{100.0 * i / (seconds.Count - 1):0.#},{Height - 2 - ((Height - 4) * second / Math.Max(1, longest)):0.#}"
                    )
            )
        );
    }
}
