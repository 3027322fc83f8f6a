using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Billing;

namespace TableOrder.Web.Manager.Bills;

/// <summary>A business day's money: its drawer is counted here, once; from then on here stands the report, and beside it what moved since. Live.</summary>
public sealed partial class DayPage
{
    private DateOnly day;
    private DayView? view;
    private CountDay? painted;
    private bool isNamed;

    /// <summary>The business day, from the address; left out it is today.</summary>
    [SupplyParameterFromQuery(Name = "day")]
    private string? Day { get; set; }

    [Inject]
    private DayReportReader Reports { get; set; } = null!;

    [Inject]
    private DayReportDesk Desk { get; set; } = null!;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Own => DayReportReader.Watched;

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        if (!isNamed)
        {
            // Somebody who counts after midnight does not find another day under their hands.
            (day, isNamed) = (MoneyWords.Day(Day) ?? Today, true);
        }

        view = (await Reports.GetAsync(Actor, day)).Succeeded(out var read, out _) ? read : null;
    }

    /// <summary>What is ordered moves the day's figures, too.</summary>
    protected override Task CountedAsync() => view?.Report is null ? ReadAsync() : Task.CompletedTask;

    private string Address(DateOnly which) => which == Today ? "/manager/bills/day" : $"/manager/bills/day?day={which.Iso()}";

    private async Task GoAsync(DateOnly? chosen)
    {
        if (chosen is { } which)
        {
            day = which;
            await ReadAsync();
            await TellAsync("tableOrder.address", Address(which));
        }
    }

    private async Task<string?> WriteAsync(CountDay count)
    {
        var refusal = (await TryAsync(() => Desk.CountAsync(Actor, count))).Refusal;
        await ReadAsync();
        StateHasChanged();
        return refusal is null ? null : T.Of(Common, refusal);
    }
}
