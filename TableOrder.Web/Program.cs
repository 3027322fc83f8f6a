using System.Net.Sockets;
using TableOrder.Core;
using TableOrder.Core.Opening;
using TableOrder.Core.Storage;
using TableOrder.Web;
using TableOrder.Web.Api;
using TableOrder.Web.Guest;
using TableOrder.Web.Kitchen.Plain;
using TableOrder.Web.Manager.DishFiles;
using TableOrder.Web.Manager.Room;
using TableOrder.Web.Manager.Sales;
using TableOrder.Web.Payments;
using TableOrder.Web.SignIn;
using TableOrder.Web.Start;

if (Verbs.Run(args) is { } ended)
{
    return ended;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();

// Scripts and styles go out packed and to be kept for ever also when the app is run from its sources; what is edited meanwhile is seen at the next start.
builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
try
{
    var setup = Setup.Read(builder.Configuration);
    builder.Services.AddTableOrderCore(setup.Storage, setup.Kitchen, setup.Guests);
    builder.Services.AddSignIn(setup.KeyFolder);
    builder.Services.AddScreens();
    builder.Services.AddSingleton(setup);
    builder.Services.AddApi();
    builder.Services.AddPayments(setup.Payments);

    var app = builder.Build();
    await app.OpenAsync(setup);

    app.UseApiErrors();
    app.UseScreens();
    app.MapSignIn();
    app.MapPlainKitchen();
    app.MapApi();
    app.MapPhotoFiles();
    app.MapSalesExport();
    app.MapAppManifest();
    app.MapTableCodes();
    app.MapMenuFiles();
    app.MapStaticAssets().AllowAnonymous();
    app.MapScreens();
    await app.RunAsync();
    return 0;
}
catch (StorageException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
catch (Exception refused) when (refused is SocketException || refused.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync(
        $"{builder.Configuration["Urls"]} cannot be listened on: {refused.Message} Choose another address with --urls."
    );
    return 1;
}

/// <summary>Public for tests that host the app in their own process.</summary>
public partial class Program;
