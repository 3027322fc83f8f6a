using System.Globalization;
using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Journal;

namespace TableOrder.Web.Manager.Team;

/// <summary>What one member of staff did, or all of them, newest first and by business day, live.</summary>
public sealed partial class DidPage
{
    private static readonly IReadOnlyList<string> Topics = [.. StaffReader.Watched, .. JournalReader.Watched];
    private JournalList list = null!;
    private JournalWords words = null!;
    private StaffView? account;
    private Refusal? refusal;
    private bool busy;

    /// <summary>Whose; null: everybody's.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Own => Topics;

    [Inject]
    private StaffReader Staff { get; set; } = null!;

    [Inject]
    private JournalReader Journal { get; set; } = null!;

    private string Heading =>
        Id is null ? T["Everybody"]
        : account is null ? T["Unknown"]
        : T["DidOf", account.Name];

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var read = await Staff.ListAsync(Actor);
        if (!read.Succeeded(out var all, out var ended))
        {
            Leave(ended.Code);
            return;
        }

        account = all.FirstOrDefault(one => one.Id == Id);
        words = new JournalWords(T, Common, House.Currency);
        list ??= new JournalList(Journal, Actor, Id);
        await list.RefreshAsync();
    }

    /// <summary>Something was done to an order, maybe by them.</summary>
    protected override Task CountedAsync() => list.RefreshAsync();

    private static string DayName(DateOnly day) => day.ToString("D", CultureInfo.CurrentCulture);

    private Task AgainAsync() => WorkAsync(list.ReadAsync);

    private Task MoreAsync() => WorkAsync(list.MoreAsync);

    /// <summary>Shows that it works, if it takes long enough to be seen.</summary>
    private async Task WorkAsync(Func<Task<Outcome<int>>> work)
    {
        busy = true;
        StateHasChanged();
        await Task.Yield();
        refusal = (await TryAsync(work)).Refusal;
        busy = false;
    }
}
