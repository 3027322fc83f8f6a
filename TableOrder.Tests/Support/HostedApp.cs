using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace TableOrder.Tests.Support;

/// <summary>The real app, listening, but in the test's own process: for tests that drive Core directly while browsers look on.</summary>
public sealed class HostedApp : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tableorder-hosted").FullName;
    private readonly WebApplicationFactory<Program> factory;

    public HostedApp()
    {
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("ConnectionStrings:TableOrder", $"Data Source={folder}/t.db");
            host.UseSetting("Setup:ManagerPassword", ManagerPassword);
            host.UseSetting("Urls", "http://127.0.0.1:0");
            host.UseSetting("Setup:KitchenPin", "246810");
        });
        factory.UseKestrel();
        factory.StartServer();
    }

    public static string ManagerPassword => "manager-password";

    public Uri Address => factory.ClientOptions.BaseAddress;

    public IServiceProvider Services => factory.Services;

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
