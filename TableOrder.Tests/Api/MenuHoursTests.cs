using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

/// <summary>A menu that changes because time passed: nobody may go on believing the old one.</summary>
public sealed class MenuHoursTests : IAsyncLifetime
{
    private readonly ManualTimeProvider clock = new();
    private readonly HostedApp app;

    public MenuHoursTests() => app = new HostedApp(clock);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_dish_outside_of_its_hours_is_sold_out_and_the_tag_says_that_the_menu_is_another_one()
    {
        using var manager = await ApiClient.StaffAsync(app.Address, "manager", HostedApp.ManagerPassword);
        var dish = Dish.Of((await manager.GetAsync("menu")).Body).First(item => item is { SoldOut: false, Portions: null });
        await app
            .Services.GetRequiredService<Writer>()
            .RunAsync<int>(tx =>
            {
                Topics.Raise(tx, MenuSql.MenuTopic);
                return tx.Session.Execute(
                    """UPDATE menu_items SET hours = '[{"from":"11:00:00","until":"15:00:00","days":[]}]' WHERE id = $1""",
                    dish.Id
                );
            });
        var noon = await manager.GetAsync("menu");
        Dish.Of(noon.Body).Single(item => item.Id == dish.Id).SoldOut.Should().BeFalse();

        clock.Now = clock.Now.AddHours(3);
        var later = await manager.GetAsync("menu", ("If-None-Match", noon.Headers.ETag!.Tag));

        later.Status.Should().Be(HttpStatusCode.OK);
        Dish.Of(later.Body).Single(item => item.Id == dish.Id).SoldOut.Should().BeTrue();
        (await manager.GetAsync("menu", ("If-None-Match", later.Headers.ETag!.Tag))).Status.Should().Be(HttpStatusCode.NotModified);
    }
}
