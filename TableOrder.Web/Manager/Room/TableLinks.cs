using Microsoft.AspNetCore.Components;
using TableOrder.Web.Start;

namespace TableOrder.Web.Manager.Room;

/// <summary>What tables' printed codes say.</summary>
internal static class TableLinks
{
    /// <summary>What they begin with: the public address, else the one that the manager's own browser uses.</summary>
    public static string Home(Setup setup, NavigationManager navigation) => setup.PublicUrl ?? navigation.BaseUri.TrimEnd('/');

    /// <summary>A table's link.</summary>
    public static string Of(string home, string? token) => $"{home}/t/{token}";

    /// <summary>Whether such links lead no phone here: they name the machine that looks at them.</summary>
    public static bool LeadNowhere(string home) => new Uri(home).IsLoopback;
}
