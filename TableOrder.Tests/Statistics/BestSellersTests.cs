using TableOrder.Core.Access;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Statistics;

public sealed class BestSellersTests : HouseTests
{
    [Fact]
    public async Task Guests_learn_what_was_ordered_most_in_the_last_seven_business_days()
    {
        var guest = await House.SeatAsync(7);
        await House.OrderAsync(guest, Dishes.Sorbet, Dishes.Sorbet, Dishes.Sorbet);
        House.Clock.Now = House.Clock.Now.AddDays(1);
        await House.OrderAsync(guest, Dishes.Rice, Dishes.Cola, Dishes.Cola);
        (await NamesAsync(guest)).Should().Equal(Dishes.Sorbet, Dishes.Cola, Dishes.Rice);

        House.Clock.Now = House.Clock.Now.AddDays(6);

        (await NamesAsync(guest)).Should().Equal(Dishes.Cola, Dishes.Rice);
        (await House.Statistics.BestSellersAsync(Actor.Nobody)).Refusal!.Code.Should().Be("forbidden");
    }

    [Fact]
    public async Task The_answer_is_kept_for_five_minutes()
    {
        var guest = await House.SeatAsync(7);
        (await NamesAsync(guest)).Should().BeEmpty();
        await House.OrderAsync(guest, Dishes.Rice);

        House.Clock.Now = House.Clock.Now.AddMinutes(4);
        (await NamesAsync(guest)).Should().BeEmpty();
        House.Clock.Now = House.Clock.Now.AddMinutes(1);

        (await NamesAsync(guest)).Should().Equal(Dishes.Rice);
    }

    private async Task<IEnumerable<string>> NamesAsync(Actor guest)
    {
        var menu = (await House.MenuReader.GetAsync(guest)).Value.Menu;
        return (await House.Statistics.BestSellersAsync(guest)).Value.Select(id => menu.Item(id)!.Name.In("en"));
    }
}
