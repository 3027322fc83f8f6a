using TableOrder.Core;
using TableOrder.Core.Settings;
using TableOrder.Web.Manager.Premises;

namespace TableOrder.Tests.Manager;

/// <summary>What of the settings' form is sent, and how it meets another manager's change.</summary>
public sealed class SettingsFormTests
{
    private static readonly RestaurantSettings Painted = new(
        new LocalText(new Dictionary<string, string>(StringComparer.Ordinal) { ["ko"] = "달빛식당", ["en"] = "Moonlight Diner" }),
        "KRW",
        "Asia/Seoul",
        new TimeOnly(5, 0),
        ["ko", "en"]
    );

    [Fact]
    public void What_was_not_touched_is_not_sent() =>
        new SettingsForm(Painted) { Tax = "7.5" }
            .Change()
            .Should()
            .Be(new ChangeSettings(1) { TaxRate = 750 });

    [Fact]
    public void Nothing_touched_is_nothing_changed() => new SettingsForm(Painted).IsChanged.Should().BeFalse();

    [Theory]
    [InlineData("7.555")]
    [InlineData("-1")]
    [InlineData("ten")]
    [InlineData("")]
    [InlineData("1000")]
    public void What_is_no_percentage_is_no_change(string typed) =>
        new SettingsForm(Painted) { Service = typed }
            .Change()
            .Should()
            .BeNull();

    [Fact]
    public void A_name_in_one_language_is_sent_with_the_others()
    {
        var form = new SettingsForm(Painted);
        form.Names["en"] = " Moonlight ";

        form.Change()!
            .Name!.Texts.Should()
            .BeEquivalentTo(new Dictionary<string, string>(StringComparer.Ordinal) { ["ko"] = "달빛식당", ["en"] = "Moonlight" });
    }

    [Fact]
    public void What_another_set_is_followed_where_it_was_not_touched_and_told_where_it_was()
    {
        var form = new SettingsForm(Painted) { Tax = "8", Service = "5" };

        form.Follow(Painted with { Version = 2, TaxRate = 500, CallWithin = TimeSpan.FromMinutes(2) });

        (form.Tax, form.Service, form.CallMinutes).Should().Be(("8", "5", "2"));
        form.Clashes.Should().Equal(nameof(SettingsForm.Tax));
        form.Change().Should().Be(new ChangeSettings(2) { TaxRate = 800, ServiceRate = 500 });
    }

    [Fact]
    public void A_number_half_typed_loses_nothing_when_another_saves()
    {
        var form = new SettingsForm(Painted) { Tax = "8", Service = "abc" };

        form.Follow(Painted with { Version = 2, Currency = "EUR" });

        (form.Tax, form.Service, form.Currency).Should().Be(("8", "abc", "EUR"));
    }
}
