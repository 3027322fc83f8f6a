using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace TableOrder.Tests.Guest;

/// <summary>Renders a guest's component in English, with a browser that agrees to everything.</summary>
public abstract class GuestScreen : BunitContext
{
    protected GuestScreen()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddLocalization();
    }
}
