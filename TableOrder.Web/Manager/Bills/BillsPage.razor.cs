using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Core.Seating;
using TableOrder.Web.Live;

namespace TableOrder.Web.Manager.Bills;

/// <summary>All bills there ever were: those of the parties that are there, live, then past ones by the day the party came.</summary>
public sealed partial class BillsPage
{
    /// <summary>A page may end early where a filter finds little; so many are asked for before the reader is.</summary>
    private const int MostTries = 10;
    private BillFilter filter = new();
    private IReadOnlyList<BillRow> open = [];
    private IReadOnlyList<BillRow> past = [];
    private IReadOnlyList<TableView> tables = [];
    private Guid? next;
    private Refusal? refusal;
    private bool isFiltered;
    private bool busy;
    private string said = "";

    /// <summary>From the address, where somebody kept or sent it.</summary>
    [SupplyParameterFromQuery(Name = "day")]
    private string? Day { get; set; }

    /// <inheritdoc cref="Day"/>
    [SupplyParameterFromQuery(Name = "table")]
    private string? Table { get; set; }

    /// <inheritdoc cref="Day"/>
    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    /// <inheritdoc cref="Day"/>
    [SupplyParameterFromQuery(Name = "order")]
    private string? Number { get; set; }

    /// <inheritdoc cref="Day"/>
    [SupplyParameterFromQuery(Name = "amount")]
    private string? Amount { get; set; }

    /// <inheritdoc cref="Day"/>
    [SupplyParameterFromQuery(Name = "reference")]
    private string? Reference { get; set; }

    [Inject]
    private BillListReader Bills { get; set; } = null!;

    [Inject]
    private SeatingReader Seatings { get; set; } = null!;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Own => BillListReader.Watched;

    private Money OpenDue => open.Where(bill => bill.Sums.Due > Money.Zero).Aggregate(Money.Zero, (sum, bill) => sum + bill.Sums.Due);

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        if (!isFiltered)
        {
            (filter, isFiltered) = (BillFilter.Of(Day, Table, State, Number, Amount, Reference), true);
        }

        tables = (await Seatings.TablesAsync(Actor)).Value;
        refusal = (await TopAsync()).Refusal;
    }

    /// <summary>What is ordered changes open bills.</summary>
    protected override async Task CountedAsync() => refusal = (await TopAsync()).Refusal;

    private async Task FilterAsync(BillFilter chosen)
    {
        (filter, past, open, next) = (chosen, [], [], null);
        await WorkAsync(TopAsync);
        await TellAsync("tableOrder.address", filter.Address);
    }

    private Task MoreAsync() =>
        WorkAsync(() => next is { } after ? FillAsync(filter.Query(House.Currency)!, after, past.Count + BillQuery.MostPerPage) : Nothing());

    /// <summary>Open bills and the newest past ones, of one moment; what was read further down stays.</summary>
    private async Task<Outcome<int>> TopAsync()
    {
        if (filter.Query(House.Currency) is not { } query)
        {
            (open, past, next) = ([], [], null);
            return 0;
        }

        var read = await Bills.ListAsync(Actor, query);
        if (!read.Succeeded(out var top, out var denied))
        {
            return denied;
        }

        open = top.Open;
        if (top.Next is not { } end)
        {
            (past, next) = (top.Past, null);
        }
        else if (past.Count > 0 && past[^1].SeatingId < end)
        {
            past = [.. top.Past, .. past.Where(bill => bill.SeatingId < end)];
        }
        else
        {
            (past, next) = (top.Past, end);
            return await FillAsync(query, end, BillQuery.MostPerPage);
        }

        return past.Count;
    }

    private async Task<Outcome<int>> FillAsync(BillQuery query, Guid after, int wanted)
    {
        next = after;
        for (var tries = 0; tries < MostTries && next is { } from && past.Count < wanted; tries++)
        {
            var limit = Math.Clamp(wanted - past.Count, 1, BillQuery.MostPerPage);
            if (!(await Bills.ListAsync(Actor, query with { After = from, Limit = limit })).Succeeded(out var page, out var denied))
            {
                return denied;
            }

            past = [.. past, .. page.Past];
            next = page.Next;
        }

        return past.Count;
    }

    private static Task<Outcome<int>> Nothing() => Task.FromResult<Outcome<int>>(0);

    /// <summary>Shows that it works, if it takes long enough to be seen.</summary>
    private async Task WorkAsync(Func<Task<Outcome<int>>> work)
    {
        busy = true;
        StateHasChanged();
        await Task.Yield();
        var answer = await TryAsync(work);
        refusal = answer.Refusal;
        said = refusal is null ? T["Shown", Count(open.Count + past.Count)] : "";
        busy = false;
    }
}
