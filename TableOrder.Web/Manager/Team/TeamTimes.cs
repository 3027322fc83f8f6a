using System.Globalization;
using Microsoft.Extensions.Localization;
using TableOrder.Core.Settings;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager.Team;

/// <summary>Moments as the staff's pages tell them.</summary>
internal static class TeamTimes
{
    /// <summary>"today 19:02", or "Nov 28, 19:02".</summary>
    public static string When(this IStringLocalizer<TeamTexts> texts, RestaurantSettings house, DateOnly today, DateTimeOffset at)
    {
        var (clock, day) = (house.Local(at).OnTheWall(), house.BusinessDay(at));
        return day == today ? texts["Today", clock] : $"{day.ToString(day.Year == today.Year ? "M" : "D", CultureInfo.CurrentCulture)} {clock}";
    }
}
