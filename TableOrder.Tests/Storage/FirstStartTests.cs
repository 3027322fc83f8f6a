using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Opening;
using TableOrder.Core.Settings;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Storage;

public sealed class FirstStartTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("tableorder-test").FullName;
    private ServiceProvider services = null!;

    public Task InitializeAsync()
    {
        services = TestHouse.Build(Path.Combine(folder, "t.db"), TimeProvider.System);
        services.OpenDatabase();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Generated_credentials_are_told_once_and_open_the_doors()
    {
        var told = await StartAsync(new FirstStartOptions());
        var again = await StartAsync(new FirstStartOptions { ManagerPassword = "other", Currency = "EUR" });

        told!.ManagerPassword.Should().HaveLength(14);
        told.KitchenPin.Should().MatchRegex("^[0-9]{6}$");
        again.Should().BeNull();
        (await SignInAsync("manager", told.ManagerPassword!)).Value.Role.Should().Be(Role.Manager);
        (await SignInAsync("kitchen", told.KitchenPin!)).Value.Role.Should().Be(Role.Kitchen);
        (await SignInAsync("manager", "other")).Refusal.Should().NotBeNull();
        (await SettingsAsync()).Currency.Should().Be("KRW");
    }

    [Fact]
    public async Task Credentials_that_could_not_be_told_are_not_stored()
    {
        var start = () =>
            services.GetRequiredService<FirstStart>().RunAsync(new FirstStartOptions(), _ => throw new IOException("The console is gone"));

        await start.Should().ThrowAsync<IOException>();
        (await StartAsync(new FirstStartOptions())).Should().NotBeNull("nothing was stored, so the next start tells them");
    }

    [Fact]
    public async Task Credentials_that_were_given_are_not_told()
    {
        (await StartAsync(new FirstStartOptions { ManagerPassword = "a", KitchenPin = "1" })).Should().Be(new GeneratedCredentials(null, null));
    }

    [Fact]
    public async Task Without_the_demo_the_restaurant_is_empty_but_has_its_settings_and_staff()
    {
        await StartAsync(
            new FirstStartOptions
            {
                Demo = false,
                Name = "Chez Mina",
                Currency = "EUR",
                TimeZone = "Europe/Paris",
                Languages = ["fr"],
            }
        );

        var settings = await SettingsAsync();
        (settings.Name.In("fr"), settings.Currency, settings.TimeZone).Should().Be(("Chez Mina", "EUR", "Europe/Paris"));
        settings.Languages.Should().Equal("fr");
        (await services.GetRequiredService<MenuReader>().GetAsync(Actor.System)).Value.Menu.Categories.Should().BeEmpty();
    }

    private async Task<GeneratedCredentials?> StartAsync(FirstStartOptions options)
    {
        GeneratedCredentials? told = null;
        await services.GetRequiredService<FirstStart>().RunAsync(options, credentials => told = credentials);
        return told;
    }

    private async Task<RestaurantSettings> SettingsAsync() => (await services.GetRequiredService<SettingsReader>().GetAsync(Actor.Nobody)).Value;

    private Task<Outcome<Actor>> SignInAsync(string name, string password) =>
        services.GetRequiredService<AccessDesk>().SignInAsync(Actor.Nobody, name, password, "tablet");
}
