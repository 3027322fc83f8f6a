using System.Globalization;
using TableOrder.Tests.Api;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.EndToEnd;

/// <summary>A kitchen's tab that nobody sees, or whose tablet sleeps: it rests, and shows the truth before it calls itself live again. With a real tab behind another, really frozen.</summary>
public sealed class SleepingTabTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    private const string IsLive = "document.querySelector('.live')?.dataset.state === 'live'";
    private const string IsCovered = "!document.getElementById('stale').hidden";

    /// <summary>Counts what is done to the tickets, and notes what they were when the page first called itself live after it was marked.</summary>
    private const string Watch = """
        window.isTheSame = true;
        window.changes = 0;
        window.atLive = undefined;
        new MutationObserver(records => changes += records.filter(({ target, type }) => type === 'childList' && !target.closest('time, .live')).length)
          .observe(document.querySelector('main'), { subtree: true, childList: true });
        new MutationObserver(() => { if (window.isMarked && document.querySelector('.live').dataset.state === 'live') atLive ??= document.querySelector('main').textContent; })
          .observe(document.querySelector('.live'), { attributes: true });
        """;

    [SkippableFact]
    public async Task A_hidden_tab_rests_and_shown_again_it_is_right_before_it_is_live()
    {
        await using var tab = await OpenAsync();
        await tab.HideAsync();
        await tab.EvaluateAsync("isMarked = true; changes = 0");

        var meanwhile = await OrderAndSeeItElsewhereAsync();
        (await tab.EvaluateAsync("changes")).GetInt32().Should().Be(0);
        (await tab.EvaluateAsync(Shows(meanwhile))).GetBoolean().Should().BeFalse();
        await tab.ShowAsync();

        await tab.UntilAsync("atLive");
        (await tab.EvaluateAsync($"atLive.includes('#{meanwhile}')")).GetBoolean().Should().BeTrue("it caught up before it said that it was live");
        await TheSameAndUncoveredAsync(tab);
    }

    [SkippableFact]
    public async Task A_tab_that_was_put_to_sleep_catches_up_when_it_wakes()
    {
        await using var tab = await OpenAsync();
        await tab.EvaluateAsync("isMarked = true");
        await tab.FreezeAsync();

        var meanwhile = await OrderAndSeeItElsewhereAsync();
        (await tab.EvaluateAsync(Shows(meanwhile))).GetBoolean().Should().BeFalse();
        await tab.ThawAsync();
        await tab.ShowAsync();

        await tab.UntilAsync("atLive");
        (await tab.EvaluateAsync($"atLive.includes('#{meanwhile}')")).GetBoolean().Should().BeTrue("it caught up before it said that it was live");
        await TheSameAndUncoveredAsync(tab);
    }

    private async Task<LooseTab> OpenAsync()
    {
        var tab = await Browser.OpenLooseAsync();
        await tab.SignInAsync(house.App.Address, "kitchen", RunningApp.KitchenPin, "/kitchen");
        await tab.UntilAsync(IsLive);
        await tab.EvaluateAsync(Watch);
        return tab;
    }

    /// <summary>Gives the number of an order that a screen in the foreground already shows: so long the other one has had time.</summary>
    private async Task<int> OrderAndSeeItElsewhereAsync()
    {
        await using var awake = await OpenAsync();
        var number = (await house.Guest.PlaceAsync(house.Order())).Body.GetProperty("number").GetInt32();
        await awake.UntilAsync(Shows(number));
        return number;
    }

    private static async Task TheSameAndUncoveredAsync(LooseTab tab)
    {
        await tab.UntilAsync(IsLive);
        (await tab.EvaluateAsync(IsCovered)).GetBoolean().Should().BeFalse();
        (await tab.EvaluateAsync("window.isTheSame === true")).GetBoolean().Should().BeTrue("nobody and nothing has reloaded it");
    }

    private static string Shows(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"document.querySelector('main').textContent.includes('#{number}')");
}
