using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Settings;

namespace TableOrder.Tests.Manager;

/// <summary>Renders a manager's component in English, in a restaurant in Seoul.</summary>
public abstract class ManagerScreen : BunitContext
{
    protected ManagerScreen()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Services.AddLogging();
        Services.AddLocalization();
    }

    protected static RestaurantSettings House { get; } = new(LocalText.Same("House"), "KRW", "Asia/Seoul", new TimeOnly(5, 0), ["ko", "en"]);
}
