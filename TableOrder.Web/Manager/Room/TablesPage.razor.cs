using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TableOrder.Core;
using TableOrder.Core.Seating;
using TableOrder.Web.Layout;
using TableOrder.Web.Start;

namespace TableOrder.Web.Manager.Room;

/// <summary>The room: its tables by area, their printed codes, and where they stand.</summary>
public sealed partial class TablesPage
{
    private readonly Stack<IReadOnlyList<TablePlace>> undo = new();
    private IReadOnlyList<TableView> tables = [];
    private IReadOnlyList<ArchivedTable> archived = [];
    private RoomView view;
    private RoomView? sheet;
    private Guid? chosen;
    private LocalText? named;
    private string done = "";

    /// <summary>From the address, where somebody kept or sent it.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    private string? Shown { get; set; }

    [Inject]
    private TableDesk Desk { get; set; } = null!;

    [Inject]
    private SeatingReader Seatings { get; set; } = null!;

    [Inject]
    private Setup Setup { get; set; } = null!;

    [Inject]
    private NavigationManager Addresses { get; set; } = null!;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Own => [SeatingDesk.TablesTopic];

    private string Home => TableLinks.Home(Setup, Addresses);

    private string Address => view == RoomView.List ? "/manager/tables" : $"/manager/tables?view={view.ToString().ToLowerInvariant()}";

    private IEnumerable<IGrouping<string, TableView>> Areas => tables.GroupBy(table => table.Area.In(House.Languages[0]), StringComparer.Ordinal);

    private IReadOnlyList<LocalText> AreaNames => [.. Areas.Select(area => area.First().Area)];

    private TableView? Chosen => tables.FirstOrDefault(table => table.Id == chosen);

    /// <summary>Somebody dropped a table onto a cell of its area's plan.</summary>
    [JSInvokable]
    public Task DropAsync(Guid table, int x, int y) => ArrangeAsync(table, area => RoomPlan.Drop(area, table, new PlanCell(x, y)));

    /// <summary>Somebody took a table off the plan.</summary>
    [JSInvokable]
    public Task TakeOffAsync(Guid table) => ArrangeAsync(table, area => RoomPlan.Drop(area, table, null));

    /// <summary>Somebody moves a table by a key.</summary>
    [JSInvokable]
    public Task StepAsync(Guid table, int right, int down) => ArrangeAsync(table, area => RoomPlan.Step(area, table, right, down));

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        view = Views.FirstOrDefault(one => string.Equals($"{one}", Shown, StringComparison.OrdinalIgnoreCase));
        await base.LoadAsync();
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        tables = (await Seatings.TablesAsync(Actor)).Value;
        archived = (await Seatings.ArchivedAsync(Actor)).Value;
    }

    private async Task ShowAsync(RoomView shown)
    {
        (view, done) = (shown, "");
        undo.Clear();
        await TellAsync("tableOrder.address", Address);
    }

    private void Open(RoomView what, Guid? table = null, LocalText? area = null) => (sheet, chosen, named, done) = (what, table, area, "");

    private void Shut() => (sheet, chosen, named) = (null, null, null);

    private Task<string?> AddAsync(AddTables add) => DoAsync(() => Desk.AddAsync(Actor, add), T["Added", string.Join(", ", add.Names)]);

    private Task<string?> ChangeAsync(ChangeTable change) => DoAsync(() => Desk.ChangeAsync(Actor, change), T["Saved"]);

    private Task<string?> ArchiveAsync(Guid table) => DoAsync(() => Desk.ArchiveAsync(Actor, table), T["Archived"]);

    private Task<string?> RotateAsync(TableView table, string token) => DoAsync(() => Desk.RotateAsync(Actor, table.Id, token), T["Rotated"]);

    private Task<string?> RenameAsync(LocalText area, LocalText name) => DoAsync(() => Desk.RenameAreaAsync(Actor, area, name), T["Saved"]);

    private async Task RestoreAsync(Guid table) => Refused = await DoAsync(() => Desk.RestoreAsync(Actor, table), T["Restored"]);

    private async Task OrderAsync(IReadOnlyList<Guid> order) => Refused = await DoAsync(() => Desk.OrderAsync(Actor, order), T["Saved"]);

    private Task FillAsync(IReadOnlyList<TableView> area) => PlaceAsync(RoomPlan.Fill(area), T["PlacedAll"]);

    private Task ArrangeAsync(Guid id, Func<IReadOnlyList<TableView>, IReadOnlyList<TablePlace>> rule)
    {
        var area = Areas.FirstOrDefault(one => one.Any(table => table.Id == id))?.ToList() ?? [];
        var places = rule(area);
        return places is [var first, ..]
            ? PlaceAsync(
                places,
                first.Cell is { } cell
                    ? T["PlacedAt", area.First(table => table.Id == id).Name, cell.X + 1, cell.Y + 1]
                    : T["TakenOff", area.First(table => table.Id == id).Name]
            )
            : Task.CompletedTask;
    }

    private async Task PlaceAsync(IReadOnlyList<TablePlace> places, string said)
    {
        var before = RoomPlan.Before(tables, places);
        Refused = await DoAsync(() => Desk.PlaceAsync(Actor, places), said);
        if (Refused is null && places.Count > 0)
        {
            undo.Push(before);
        }

        StateHasChanged();
    }

    private async Task UndoAsync()
    {
        if (undo.TryPop(out var before))
        {
            Refused = await DoAsync(() => Desk.PlaceAsync(Actor, before), T["Undone"]);
        }
    }

    /// <summary>Carries something out and shows it; gives the reason where it could not be.</summary>
    private async Task<string?> DoAsync<TDone>(Func<Task<Outcome<TDone>>> command, string said)
    {
        Refusal? refusal = null;
        var reason = await WhyNotAsync(async () =>
        {
            var answer = await command();
            refusal = answer.Refusal;
            if (refusal is null)
            {
                await ReadAsync();
            }

            return answer;
        });
        done = reason is null ? said : "";
        return refusal switch
        {
            TableNamesTaken taken => T["NamesTaken", string.Join(", ", taken.Names)],
            { Code: Refusal.Invalid } => T["Invalid", TableNames.Longest, TableNames.LongestArea],
            _ => reason,
        };
    }
}
