using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Web.Floor;

namespace TableOrder.Web.Manager.Bills;

/// <summary>One party's bill: what it is made of, who entered what, and all that a manager can do about it. Live.</summary>
public sealed partial class BillPage
{
    private Bill? bill;
    private SeatingDetail? party;
    private IReadOnlyList<Order> orders = [];
    private IReadOnlyDictionary<string, string> staff = new Dictionary<string, string>(StringComparer.Ordinal);
    private TableSheet sheet;
    private Payment? chosen;
    private Discount? taken;

    /// <summary>The seating's id; one that was merged into another is that one's.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private BillReader Bills { get; set; } = null!;

    [Inject]
    private BillListReader List { get; set; } = null!;

    [Inject]
    private SeatingReader Seatings { get; set; } = null!;

    [Inject]
    private OrderReader Orders { get; set; } = null!;

    [Inject]
    private PaymentDesk Payments { get; set; } = null!;

    [Inject]
    private DiscountDesk Discounts { get; set; } = null!;

    [Inject]
    private ClosingDesk Closing { get; set; } = null!;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Own => [.. BillListReader.Watched, .. BillReader.Watched(bill?.SeatingId ?? Id)];

    private string Heading => bill is null ? T["Bill"] : T["BillOf", bill.TableName];

    /// <summary>How many dishes would be cancelled with it.</summary>
    private int Unready =>
        orders
            .Where(order => order.IsOpen)
            .SelectMany(order => order.Lines)
            .Where(line => line.Status is LineStatus.Held or LineStatus.Placed or LineStatus.Preparing)
            .Sum(line => line.Quantity);

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        bill = (await Bills.GetAsync(Actor, Id)).Succeeded(out var found, out _) ? found : null;
        if (bill is not null)
        {
            party = (await Seatings.GetAsync(Actor, bill.SeatingId)).Value;
            orders = (await Orders.ListAsync(Actor, new OrderQuery { SeatingId = bill.SeatingId, Limit = OrderQuery.MostPerPage })).Value.Items;
            staff = (await List.StaffAsync(Actor)).Value;
        }
    }

    /// <summary>What is ordered and cancelled changes it.</summary>
    protected override Task CountedAsync() => ReadAsync();

    private void Shut() => (sheet, chosen, taken) = (TableSheet.None, null, null);

    /// <summary>Carries something out; gives the reason where it could not be, in a manager's words. Either way the page shows how it stands now.</summary>
    private async Task<string?> WhyNotHereAsync<TDone>(Func<Task<Outcome<TDone>>> command)
    {
        var refusal = (await TryAsync(command)).Refusal;
        await ReadAsync();
        StateHasChanged();
        return refusal is null ? null : T.Of(Common, refusal);
    }

    private async Task<(Payment? Entry, string? Refused)> TakeAsync(TakePayment take)
    {
        Payment? entry = null;
        var refused = await WhyNotHereAsync(async () =>
        {
            var entered = await Payments.TakeAsync(Actor, take);
            entry = entered.Succeeded(out var done, out _) ? done.Payment : null;
            return entered;
        });
        return (entry, refused);
    }

    private async Task ReopenAsync() => Refused = await WhyNotHereAsync(() => Closing.ReopenAsync(Actor, bill!.SeatingId));
}
