using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Statistics;

public sealed class ServicePaceTests : HouseTests
{
    [Fact]
    public async Task The_kitchen_s_median_is_that_of_all_stations_tickets_today_beside_the_seven_days_before()
    {
        (await PaceAsync()).Should().Be(default(ServicePace));
        await BumpAsync(Dishes.Pancake, 500);
        House.Clock.Now += TimeSpan.FromDays(1);
        var guest = await House.SeatAsync(3);

        await BumpAsync(Dishes.Pancake, 70);
        await BumpAsync(Dishes.Sorbet, 130);
        await BumpAsync(Dishes.Pancake, 125);

        var pace = await PaceAsync();
        pace.Kitchen.Should().Be(TimeSpan.FromSeconds(125));
        pace.Usual.Should().Be(TimeSpan.FromSeconds(500));
        pace.Answer.Should().BeNull();

        foreach (var seconds in new[] { 30, 50, 200 })
        {
            var call = (await House.CallDesk.CallAsync(guest, new CallStaff(CallKind.Water))).Value.Call;
            House.Clock.Now += TimeSpan.FromSeconds(seconds);
            await House.CallDesk.ConfirmAsync(House.Floor, call.Id);
        }

        (await PaceAsync()).Answer.Should().Be(TimeSpan.FromSeconds(50));
    }

    private async Task BumpAsync(string dish, int seconds)
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), dish);
        House.Clock.Now += TimeSpan.FromSeconds(seconds);
        await House.StepAsync(order, LineStatus.Ready);
    }

    private async Task<ServicePace> PaceAsync() => (await House.Statistics.PaceAsync(House.Manager)).Value;
}
