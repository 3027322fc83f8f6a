using TableOrder.Core;
using TableOrder.Core.Settings;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Settings;

/// <summary>What the whole restaurant agrees on, and how it changes.</summary>
public sealed class SettingsDeskTests : HouseTests
{
    private SettingsDesk Desk => House.Get<SettingsDesk>();

    private SettingsReader Reader => House.Get<SettingsReader>();

    [Fact]
    public async Task What_is_not_said_stays_and_readers_see_the_change_at_once()
    {
        var before = (await Reader.GetAsync(House.Manager)).Value;

        var after = (
            await Desk.ChangeAsync(House.Manager, new ChangeSettings(before.Version) { ServiceRate = 1000, Languages = ["en", "ko"] })
        ).Value;

        after.Should().BeEquivalentTo(before with { ServiceRate = 1000, Languages = ["en", "ko"], Version = before.Version + 1 });
        (await Reader.GetAsync(House.Manager)).Value.Should().BeEquivalentTo(after);
    }

    [Fact]
    public async Task A_change_made_from_older_settings_is_refused_and_changes_nothing()
    {
        await Desk.ChangeAsync(House.Manager, new ChangeSettings(1) { TaxRate = 500 });

        var second = await Desk.ChangeAsync(House.Manager, new ChangeSettings(1) { ServiceRate = 200, TaxRate = 800 });

        second.Refusal!.Code.Should().Be("stale_version");
        (await Reader.GetAsync(House.Manager)).Value.Should().Match<RestaurantSettings>(house => house.TaxRate == 500 && house.ServiceRate == 0);
    }

    [Fact]
    public async Task The_currency_is_fixed_by_the_first_order()
    {
        (await Desk.ChangeAsync(House.Manager, new ChangeSettings(1) { Currency = "EUR" })).Value.Currency.Should().Be("EUR");
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Sorbet);
        order.Currency.Should().Be("EUR");

        (await Desk.ChangeAsync(House.Manager, new ChangeSettings(2) { Currency = "KRW" })).Refusal!.Code.Should().Be(SettingsDesk.CurrencyFixed);
        (await Desk.ChangeAsync(House.Manager, new ChangeSettings(2) { Currency = "EUR", TaxRate = 0 }))
            .Refusal.Should()
            .BeNull("it is the same one");
        (await Reader.IsCurrencyFixedAsync(House.Manager)).Value.Should().BeTrue();
    }

    [Theory]
    [InlineData("name")]
    [InlineData("currency")]
    [InlineData("timeZone")]
    [InlineData("languages")]
    [InlineData("serviceRate")]
    [InlineData("taxRate")]
    [InlineData("callWithin")]
    [InlineData("businessDayStartsAt")]
    public async Task What_is_out_of_bounds_is_refused_by_its_field(string field)
    {
        var wrong = field switch
        {
            "name" => new ChangeSettings(1) { Name = LocalText.Same("  ") },
            "currency" => new ChangeSettings(1) { Currency = "WON" },
            "timeZone" => new ChangeSettings(1) { TimeZone = "Seoul" },
            "languages" => new ChangeSettings(1) { Languages = ["ko", "ko"] },
            "serviceRate" => new ChangeSettings(1) { ServiceRate = 3001 },
            "taxRate" => new ChangeSettings(1) { TaxRate = -1 },
            "callWithin" => new ChangeSettings(1) { CallWithin = TimeSpan.FromSeconds(29) },
            _ => new ChangeSettings(1) { BusinessDayStartsAt = new TimeOnly(5, 0, 30) },
        };

        (await Desk.ChangeAsync(House.Manager, wrong)).Refusal!.Errors.Should().ContainKey(field);
        House.Ask("SELECT version FROM settings").Should().Be(1);
    }

    [Fact]
    public async Task A_new_business_day_and_zone_hold_from_now_on_and_what_was_placed_keeps_its_day()
    {
        var guest = await House.SeatAsync(7);
        var before = await House.OrderAsync(guest, Dishes.Sorbet);

        await Desk.ChangeAsync(House.Manager, new ChangeSettings(1) { TimeZone = "Pacific/Honolulu" });
        var after = await House.OrderAsync(guest, Dishes.Sorbet);

        after
            .BusinessDay.Should()
            .Be((await Reader.GetAsync(House.Manager)).Value.BusinessDay(House.Clock.GetUtcNow()))
            .And.NotBe(before.BusinessDay);
        (await House.OrderReader.GetAsync(House.Manager, before.Id)).Value.BusinessDay.Should().Be(before.BusinessDay);
    }

    [Fact]
    public async Task The_journal_tells_what_changed_and_who_changed_it()
    {
        await Desk.ChangeAsync(House.Manager, new ChangeSettings(1) { TaxRate = 500 });
        await Desk.ChangeAsync(House.Manager, new ChangeSettings(2) { TaxRate = 500 });

        House
            .Read(session =>
                session.Query(
                    "SELECT act, subject, detail, actor FROM journal WHERE act = 'settings_changed'",
                    row => (row.Text(0), row.Text(1), row.Text(2), row.Text(3))
                )
            )
            .Should()
            .Equal(("settings_changed", "taxRate", """{"taxRate":{"from":"1000","to":"500"}}""", House.Manager.LogName));
        House.Ask("SELECT version FROM settings").Should().Be(2, "the second changed nothing");
    }

    [Fact]
    public async Task The_manager_alone_changes_them()
    {
        foreach (var actor in new[] { House.Kitchen, House.Floor, await House.SeatAsync(7) })
        {
            (await Desk.ChangeAsync(actor, new ChangeSettings(1) { TaxRate = 0 })).Refusal!.Code.Should().Be("forbidden");
        }
    }
}
