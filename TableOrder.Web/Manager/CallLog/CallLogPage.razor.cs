using System.Globalization;
using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Calls;
using TableOrder.Core.Statistics;
using TableOrder.Web.Layout;
using TableOrder.Web.Manager.Sales;

namespace TableOrder.Web.Manager.CallLog;

/// <summary>Who calls, whether somebody comes, and how long it takes: what waits now, a business day's calls, and the week that ends with it.</summary>
public sealed partial class CallLogPage
{
    private const int PageSize = 50;
    private Core.Calls.CallLog log = null!;
    private AnsweredPage page = new([], Next: null);
    private List<Bar> bars = [];
    private int wanted = PageSize;
    private bool busy;
    private Refusal? refusal;

    /// <summary>From the address: which business day; without one it is today, whichever day that is.</summary>
    [SupplyParameterFromQuery(Name = "day")]
    private string? DayAsked { get; set; }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Own => CallReader.Watched;

    [Inject]
    private CallReader Reader { get; set; } = null!;

    /// <summary>Whole calls, however few there were.</summary>
    private double BarStep => Math.Max(1, Math.Ceiling(bars.Max(bar => bar.Calls) / 4));

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        // What is no day, or one far away, is said, and today shown.
        var asked = new SalesAddress(Day: DayAsked).Read(Today);
        refusal = asked.Refusal;
        var day = refusal is null ? asked.Value.Days.From : Today;
        var read = (await Reader.LogAsync(Actor, day)).Value;
        page = (await Reader.AnsweredAsync(Actor, day, limit: wanted)).Value;
        log = read;
        bars = [.. log.Week.Select(that => new Bar(that.Day.ToString(T["FormatBar"], CultureInfo.CurrentCulture), All(that)))];
    }

    /// <summary>At the end of the business day "today" is another day.</summary>
    protected override Task CountedAsync() => log.Day == Today || !string.IsNullOrEmpty(DayAsked) ? Task.CompletedTask : ReadAsync();

    private static string Address(DateOnly day) => $"/manager/calls?day={SalesAddress.Write(day)}";

    private static string Name(DateOnly day) => day.ToString("D", CultureInfo.CurrentCulture);

    private static string Took(TimeSpan? time) => time?.Clock() ?? "–";

    private static string Share(CallAnswers answers) => answers.Answered == 0 ? "–" : SalesWords.Share(answers.InTime, answers.Answered);

    private static int All(CallDay day) => day.Answers.Waiting + day.Answers.Answered + day.Answers.Ended;

    private string Short(DateOnly day) => day.ToString(T["FormatShort"], CultureInfo.CurrentCulture);

    private async Task MoreAsync()
    {
        busy = true;
        wanted = Math.Min(wanted + PageSize, CallReader.MostPerPage);
        var more = await TryAsync(() => Reader.AnsweredAsync(Actor, log.Day, page.Next, wanted - page.Items.Count));
        if (more.Succeeded(out var next, out var denied))
        {
            page = new AnsweredPage([.. page.Items, .. next.Items], next.Next);
        }
        else
        {
            Refused = Common.Of(denied);
        }

        busy = false;
    }

    private sealed record Bar(string Day, double Calls);
}
