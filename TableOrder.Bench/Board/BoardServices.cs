using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TableOrder.Bench.Harness;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Opening;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;
using TableOrder.Web;
using TableOrder.Web.Kitchen;
using TableOrder.Web.SignIn;

namespace TableOrder.Bench.Board;

/// <summary>The app's own services in this process, over a database that a server has filled and left.</summary>
internal sealed class BoardServices : IAsyncDisposable
{
    private readonly WebApplication app;

    /// <param name="folder">Where the server worked.</param>
    public BoardServices(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Logging.ClearProviders();
        builder.Services.AddTableOrderCore(new StorageOptions($"Data Source={ServerProcess.Database(folder)}"));
        builder.Services.AddSignIn(Path.Combine(folder, "keys"));
        builder.Services.AddScreens();
        app = builder.Build();
        app.Services.OpenDatabase();
    }

    /// <summary>The board of all stations as the kitchen's page would load it, in a renderer of its own.</summary>
    public async Task<RenderedBoard> BoardAsync()
    {
        var cook = (await Get<AccessDesk>().TakeRoleAsync(Actor.System, Role.Kitchen, "bench")).Value;
        var stations = (await Get<MenuReader>().GetAsync(cook)).Value.Menu.Stations;
        var orders = (await Get<OrderReader>().KitchenAsync(cook, station: null)).Value.Items;
        return new RenderedBoard(new BoardRenderer(app.Services, Get<ILoggerFactory>()), new KitchenView(station: null, stations), orders);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();
}
