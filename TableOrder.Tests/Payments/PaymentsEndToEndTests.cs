using System.Diagnostics;
using TableOrder.Tests.Api;
using TableOrder.Tests.Support;
using Dish = TableOrder.Tests.Api.Dish;

namespace TableOrder.Tests.Payments;

/// <summary>Three processes as in a restaurant: the app as it is configured, the provider, and the one that asks both. Money goes there and back.</summary>
public sealed class PaymentsEndToEndTests(FakeProvider fake) : IClassFixture<FakeProvider>, IAsyncLifetime
{
    private readonly RunningApp app = new()
    {
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Payments__Url"] = fake.Options.Url,
            ["Payments__Key"] = FakeProvider.Key,
            ["Payments__Secret"] = FakeProvider.Secret,
        },
    };

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_guest_pays_on_the_provider_s_page_and_gets_a_part_back()
    {
        using var manager = await ApiClient.StaffAsync(app.Address, "manager", RunningApp.ManagerPassword);
        using var guest = await ApiClient.GuestAsync(app.Address, app.TableLink.Segments[^1]);
        var dish = Dish.Of((await guest.GetAsync("menu")).Body)
            .First(dish => dish is { SoldOut: false, Portions: null, MinQuantity: 1 } && dish.Groups.All(group => group.Min == 0));
        var seating = (await guest.PlaceAsync(ApiHouse.Order(dish, 2))).Body.GetProperty("seatingId").GetGuid();
        (await DueAsync()).Should().Be(2 * dish.Price);

        var begun = await guest.PostAsync(
            $"seatings/{seating}/payments",
            new { amount = 2 * dish.Price, method = "online" },
            ("Idempotency-Key", $"{Guid.NewGuid()}")
        );
        var checkout = begun.Body.GetProperty("checkout").GetString()!;
        (await fake.PageAsync(checkout, "ko")).Should().Contain("결제하기");
        (await fake.DecideAsync(checkout)).Should().Be(new Uri(app.Address, $"bill?payment={begun.Id}"));

        await ShouldAsync(async () => await DueAsync() == 0);
        var refund = await manager.PostAsync(
            $"payments/{begun.Id}/refunds",
            new { amount = dish.Price, reason = "Cold soup" },
            ("Idempotency-Key", $"{Guid.NewGuid()}")
        );
        refund.Body.GetProperty("status").GetString().Should().Be("succeeded", refund.Text);
        (await fake.GivenBackAsync(begun.Id)).Should().Be(dish.Price);
        (await fake.SayAsync(begun.Id, "succeeded", signedWith: $"whsec_{Convert.ToBase64String(new byte[32])}")).Should().Equal(401);
        (await fake.SayAsync(begun.Id, "succeeded", times: 2)).Should().Equal(200, 200);
        (await DueAsync()).Should().Be(0);
        var (exit, output, _) = await RunningApp.RunVerbAsync(app.Folder, "check", app.Database);
        exit.Should().Be(0, output);
        app.Output.Should().NotContain(line => line.Contains(FakeProvider.Key, StringComparison.Ordinal));

        async Task<long> DueAsync() => (await guest.GetAsync($"seatings/{seating}/bill")).Body.GetProperty("due").GetInt64();
    }

    private static async Task ShouldAsync(Func<Task<bool>> hold)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await hold())
        {
            Stopwatch.GetElapsedTime(begun).Should().BeLessThan(TimeSpan.FromSeconds(30), "it should hold by then");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }
}
