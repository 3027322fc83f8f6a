using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;

namespace TableOrder.Web.Floor;

/// <summary>
/// One table, or one party: named by a table's id it is whoever sits there, and from then on it stays with them; named by a seating's it is that party, wherever it moves or with whomever
/// it becomes one.
/// </summary>
public sealed partial class TablePage
{
    private readonly Doing doing = new();
    private Guid? seating;
    private SeatingDetail? party;
    private TableView? table;
    private SeatingDetail? left;
    private Bill? bill;
    private IReadOnlyList<Order> orders = [];
    private TableSheet sheet;
    private ChosenLine? chosen;
    private Payment? taken;

    /// <summary>The table's or the seating's id.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Where it was opened from: "manager", else the waiters' floor.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [Inject]
    private BillReader Bills { get; set; } = null!;

    [Inject]
    private PaymentDesk Payments { get; set; } = null!;

    [Inject]
    private SeatingDesk Seating { get; set; } = null!;

    [Inject]
    private ClosingDesk Closing { get; set; } = null!;

    [Inject]
    private MovingDesk Moving { get; set; } = null!;

    private bool IsFromManager => string.Equals(From, "manager", StringComparison.Ordinal) && Actor.Role == Role.Manager;

    private string Back => IsFromManager ? "/manager" : "/floor";

    private string Suffix => IsFromManager ? "?from=manager" : "";

    private bool IsSeated => party is { ClosedAt: null };

    /// <summary>What this party calls for.</summary>
    private IReadOnlyList<Call> Own => [.. Calls.Where(call => call.SeatingId == seating)];

    /// <summary>How many dishes would be cancelled with it.</summary>
    private int Unready =>
        orders
            .Where(order => order.IsOpen)
            .SelectMany(order => order.Lines)
            .Where(line => line.Status is LineStatus.Held or LineStatus.Placed or LineStatus.Preparing)
            .Sum(line => line.Quantity);

    /// <summary>With whom they may become one.</summary>
    private IReadOnlyList<SeatedParty> Others =>
        [.. Tables.SelectMany(other => other.Seatings.Where(one => one.Id != seating).Select(one => new SeatedParty(other.Name, one)))];

    /// <summary>The payments of which something can go back, and how much.</summary>
    private IReadOnlyList<(Payment Entry, Money Left)> Standing => bill is null ? [] : [.. bill.Standing];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Watched => seating is { } watched ? [.. base.Watched, .. BillReader.Watched(watched)] : base.Watched;

    /// <inheritdoc/>
    protected override bool Holds(Order order) => order.IsOpen || order.SeatingId == seating;

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        var before = seating;
        await FindAsync();
        if (seating != before)
        {
            // Another party is compared from here on: before the look, as always.
            Version = await Topics.VersionAsync(Watched);
            await base.ReadAsync();
            await FindAsync();
        }

        bill = seating is { } whose && (await Bills.GetAsync(Actor, whose)).Succeeded(out var read, out _) ? read : null;
        left =
            party is null && table is { IsCounter: false } && (await Seatings.LastLeftAsync(Actor, table.Id)).Succeeded(out var last, out _)
                ? last
                : null;
        orders =
        [
            .. Watch
                .Orders.Values.Where(order => order.SeatingId == seating)
                .OrderByDescending(order => order.IsOpen)
                .ThenByDescending(order => order.Id),
        ];
    }

    private async Task FindAsync()
    {
        if (seating is null)
        {
            table = Tables.FirstOrDefault(one => one.Id == Id);
            seating =
                table is null ? Id
                : table.IsCounter ? null
                : table.Seating?.Id;
        }

        party = seating is { } named ? await FindAsync(named) : null;
        seating = party?.Id;
        table = party is null ? table : Tables.FirstOrDefault(one => one.Id == party.TableId) ?? Gone(party);
        if (party is not null)
        {
            Watch.Add((await Orders.ListAsync(Actor, new OrderQuery { SeatingId = party.Id, Limit = OrderQuery.MostPerPage })).Value.Items);
        }
    }

    /// <summary>The table of a party that left, where it was taken away since: known by its name alone.</summary>
    private static TableView Gone(SeatingDetail party) =>
        new(party.TableId, party.TableName, LocalText.Empty, Seats: 1, Token: null, Seating: null) { IsOutOfUse = true };

    /// <summary>The party, or the one that it became a part of; null where there is none of that name.</summary>
    private async Task<SeatingDetail?> FindAsync(Guid named)
    {
        var found = await Seatings.GetAsync(Actor, named);
        return found.Refusal is not null ? null
            : found.Value.MergedInto is { } into ? (await Seatings.GetAsync(Actor, into)).Value
            : found.Value;
    }

    private void Shut() => (sheet, chosen, taken) = (TableSheet.None, null, null);

    private Task OpenAsync(int people) => BeginAsync(() => Seating.OpenAsync(Actor, table!.Id, people));

    private Task ReopenAsync(Guid gone) => BeginAsync(() => Closing.ReopenAsync(Actor, gone));

    /// <summary>A party is there from now on, and the page is theirs.</summary>
    private async Task BeginAsync(Func<Task<Outcome<Guid>>> command) =>
        await doing.TryAsync(async () =>
        {
            var begun = await TryAsync(command);
            if (begun.Refusal is { } refusal)
            {
                return Layout.TextHelp.Of(Common, refusal);
            }

            await StayWithAsync(begun.Value);
            return null;
        });

    private Task<string?> MoveAsync(TableView to) =>
        WhyNotAsync(async () =>
        {
            var moved = await Moving.MoveAsync(Actor, party!.Id, to.Id);
            return moved.Succeeded(out var same, out var refusal) ? await StayWithAsync(same) : refusal;
        });

    private Task<string?> MergeAsync(SeatedParty into) =>
        WhyNotAsync(async () =>
        {
            var merged = await Moving.MergeAsync(Actor, party!.Id, into.Party.Id);
            return merged.Succeeded(out var both, out var refusal) ? await StayWithAsync(both) : refusal;
        });

    /// <summary>The page is that party's from now on, also when it is loaded again.</summary>
    private async Task<Outcome<Guid>> StayWithAsync(Guid whose)
    {
        seating = whose;
        Version = await Topics.VersionAsync(Watched);
        await ReadAsync();
        await TellAsync("tableOrder.address", $"/floor/{whose}{Suffix}");
        return whose;
    }

    private async Task<(Payment? Entry, string? Refused)> TakeAsync(TakePayment take)
    {
        var entered = await TryAsync(() => Payments.TakeAsync(Actor, take));
        return entered.Succeeded(out var entry, out var refusal) ? (entry.Payment, null) : (null, Layout.TextHelp.Of(Common, refusal));
    }
}
