using System.Globalization;
using TableOrder.Core.Menu;

namespace TableOrder.Web.Guest;

/// <summary>When a dish is served, as people read it: "11:00–15:00", with days where it is not every day.</summary>
internal static class ServingWords
{
    /// <summary>Some hours.</summary>
    public static string Of(IReadOnlyList<ServingHours> hours) => string.Join(", ", hours.Select(Of));

    /// <summary>All its hours; null where it is served at all times.</summary>
    public static string? Of(MenuItem dish) => dish.Hours.Count == 0 ? null : Of(dish.Hours);

    private static string Of(ServingHours hours)
    {
        var times = $"{Clock(hours.From)}–{Clock(hours.Until)}";
        return hours.Days.Distinct().Count() is 0 or 7 ? times : $"{Days(hours.Days)} {times}";
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>From Monday on; three or more in a row by their first and last.</summary>
    private static string Days(IReadOnlyList<DayOfWeek> days)
    {
        var week = days.Select(day => ((int)day + 6) % 7).Distinct().Order().ToList();
        var isRow = week.Count > 2 && week[^1] - week[0] == week.Count - 1;
        return isRow ? $"{Name(week[0])}–{Name(week[^1])}" : string.Join(" · ", week.Select(Name));
    }

    private static string Name(int fromMonday) => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)((fromMonday + 1) % 7));
}
