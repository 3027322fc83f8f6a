using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core.Access;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

public sealed class AccessTests : IAsyncLifetime
{
    /// <summary>The pages and addresses that are everybody's. Whatever is not here names a policy.</summary>
    private static readonly string[] Everybodys =
    [
        "",
        "login",
        "enrol",
        "enrol/{Code}",
        "error",
        "not-found",
        "demo",
        "t/{token}",
        "photos/{hash}-{width:int}",
        "manifest.webmanifest",
        "logout",
        "language/{language}",
        "theme/{theme}",
        "text/{size}",
        "contrast/{level}",
        "health/live",
        "health/ready",
        "api/v1/sessions",
        "api/v1/tables/{tableToken}/seating",
        "api/v1/payments/webhook/{method}",
        "api/v1/openapi.json",
        "_blazor",
        "_blazor/negotiate",
        "_blazor/disconnect",
        "_blazor/initializers",
        "_framework/opaque-redirect",
    ];

    private readonly HostedApp app = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public void Every_address_says_who_may_come()
    {
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        var open = endpoints
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<IAuthorizeData>() is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            )
            .Where(endpoint => !IsFile(endpoint))
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/'))
            .Distinct(StringComparer.Ordinal);

        open.Should().BeSubsetOf(Everybodys);
        endpoints.Should().Contain(endpoint => endpoint.RoutePattern.RawText == "/api/v1/orders/stream");
    }

    [Fact]
    public async Task A_closed_seating_ends_tokens_and_streams_and_takes_no_orders()
    {
        var tables = await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System);
        using var guest = await ApiClient.GuestAsync(app.Address, tables.Value[0].Token!);
        using var stream = await guest.FollowAsync();
        var floor = new Actor(Role.Floor, Guid.Empty, "floor", "test");
        var seating = (await app.Services.GetRequiredService<SeatingDesk>().OpenAsync(floor, tables.Value[0].Id)).Value;

        await app.Services.GetRequiredService<ClosingDesk>().CloseAsync(floor, new CloseSeating(seating));

        (await guest.GetAsync("menu")).ShouldBeProblem(401, "seating_closed");
        await stream.ShouldEndAsync();
        using var manager = await ApiClient.StaffAsync(app.Address, "manager", HostedApp.ManagerPassword);
        var dish = Dish.Of((await manager.GetAsync("menu")).Body)
            .First(item => item is { SoldOut: false, MinQuantity: 1 } && item.Groups.All(group => group.Min == 0));
        var late = new { lines = new[] { new { menuItemId = dish.Id, quantity = 1 } }, seatingId = seating };
        (await manager.PlaceAsync(late)).ShouldBeProblem(409, "seating_closed");
    }

    /// <summary>Style sheets, scripts, images: found by MapStaticAssets, in Development also by their names.</summary>
    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is "{**path:file}" || endpoint.Metadata.Any(item => item.GetType().Name is "StaticAssetDescriptor");
}
