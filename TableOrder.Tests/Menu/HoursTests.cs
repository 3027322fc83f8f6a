using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu;

/// <summary>Dishes that are served at certain hours only. The house's clock stands at noon in Seoul.</summary>
public sealed class HoursTests : HouseTests
{
    private static readonly DateTime Monday = Menus.Noon.Date;

    [Theory]
    [InlineData("10:59:59", false)]
    [InlineData("11:00:00", true)]
    [InlineData("14:59:59", true)]
    [InlineData("15:00:00", false)]
    public void A_lunch_is_served_from_its_first_moment_up_to_and_not_at_its_end(string time, bool served) =>
        new ServingHours(new TimeOnly(11, 0), new TimeOnly(15, 0), []).Contains(At(time)).Should().Be(served);

    [Theory]
    [InlineData(0, "21:59", false)]
    [InlineData(0, "22:00", true)]
    [InlineData(1, "01:59", true)]
    [InlineData(1, "02:00", false)]
    [InlineData(1, "23:00", false)]
    [InlineData(0, "01:00", false)]
    public void What_is_served_beyond_midnight_belongs_to_the_day_on_which_it_begins(int days, string time, bool served) =>
        new ServingHours(new TimeOnly(22, 0), new TimeOnly(2, 0), [DayOfWeek.Monday]).Contains(At(time).AddDays(days)).Should().Be(served);

    [Theory]
    [InlineData("10:00", 0, "11:00")]
    [InlineData("11:00", 0, "15:00")]
    [InlineData("15:00", 1, "11:00")]
    public void The_menu_knows_when_it_next_changes_by_itself(string now, int days, string next)
    {
        var menu = Menus.Of(Menus.Item() with { Hours = [new ServingHours(new TimeOnly(11, 0), new TimeOnly(15, 0), [])] });

        menu.NextTurn(At(now)).Should().Be(At(next).AddDays(days));
        Menus.Of(Menus.Item()).NextTurn(At(now)).Should().BeNull();
    }

    [Fact]
    public async Task Outside_of_its_hours_a_dish_is_refused_as_sold_out_and_shown_as_out()
    {
        var guest = await House.SeatAsync(7);
        await ServeAsync("11:00:00", "15:00:00");
        (await House.Orders.PlaceAsync(guest, TestHouse.Cart(House.Line(Dishes.Pancake)))).Refusal.Should().BeNull();
        (await IsOutAsync()).Should().BeFalse();

        House.Clock.Now = House.Clock.Now.AddHours(3);

        (await House.Orders.PlaceAsync(guest, TestHouse.Cart(House.Line(Dishes.Pancake)))).Refusal!.Code.Should().Be("sold_out");
        (await IsOutAsync()).Should().BeTrue();
        House.Clock.Now = House.Clock.Now.AddHours(20);
        (await House.Orders.PlaceAsync(guest, TestHouse.Cart(House.Line(Dishes.Pancake)))).Refusal.Should().BeNull();
    }

    private static DateTime At(string time) => Monday + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    private async Task ServeAsync(string from, string until) =>
        await House.Writer.RunAsync<int>(tx =>
        {
            Topics.Raise(tx, MenuSql.MenuTopic);
            return tx.Session.Execute(
                "UPDATE menu_items SET hours = $1 WHERE id = $2",
                $$"""[{"from":"{{from}}","until":"{{until}}","days":[]}]""",
                House.Dish(Dishes.Pancake).Id
            );
        });

    private async Task<bool> IsOutAsync()
    {
        var view = (await House.MenuReader.GetAsync(House.Manager)).Value;
        return view.IsOut(view.Menu.Item(House.Dish(Dishes.Pancake).Id)!);
    }
}
