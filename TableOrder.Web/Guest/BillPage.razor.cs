using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Feed;
using TableOrder.Core.Seating;
using TableOrder.Web.Bills;
using TableOrder.Web.Layout;
using TableOrder.Web.Start;

namespace TableOrder.Web.Guest;

/// <summary>What the party has to pay, at any time: how it came about, what of it is whose, and the way to pay it.</summary>
public sealed partial class BillPage : GuestPage
{
    private Bill? bill;
    private FeedCursor? orders;
    private long version;
    private int looks;
    private int shownLook;
    private bool isPaying;
    private string? refused;
    private string? already;
    private string said = "";

    /// <summary>The payment from whose provider the guest comes back.</summary>
    [SupplyParameterFromQuery(Name = "payment")]
    public Guid? PaymentId { get; set; }

    [Inject]
    private BillReader Bills { get; set; } = null!;

    [Inject]
    private ProviderDesk Providers { get; set; } = null!;

    [Inject]
    private Setup Setup { get; set; } = null!;

    [Inject]
    private NavigationManager Addresses { get; set; } = null!;

    private Payment? Returned => bill!.Payments.FirstOrDefault(entry => entry.Id == PaymentId);

    /// <summary>What this guest began to pay and has not ended: they may have come back from the provider's page by themselves.</summary>
    private Payment? Mine =>
        bill!.Payments.LastOrDefault(entry => string.Equals(entry.By, Actor.LogName, StringComparison.Ordinal) && entry.IsHeld(Clock.GetUtcNow()));

    /// <summary>What the table has called the staff for to pay; one that was answered is of interest while there is something to pay.</summary>
    private Call? Call => CallOf(CallKind.Bill) is { State: not CallState.Ended } call && !bill!.IsSettled() ? call : null;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        if (await SitAsync() is not { } seat)
        {
            return;
        }

        // Both before the bill: what happens in between is read once more.
        version = await Topics.VersionAsync(BillReader.Watched(seat.SeatingId));
        orders = (await Feed.OpenAsync(Actor, after: null)).Value;
        await ReadAsync();
    }

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() =>
        bill is null ? [] : [FollowTableAsync, FollowOrdersAsync, FollowBillAsync];

    /// <inheritdoc/>
    protected override Task TableChangedAsync()
    {
        // Whoever was called for another's part has come.
        already = Call is { State: CallState.Waiting } ? already : null;
        return Task.CompletedTask;
    }

    private async Task FollowOrdersAsync(CancellationToken cancellation)
    {
        await orders!.WaitAsync(cancellation);
        if ((await orders.ReadAsync()).Count > 0)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    private async Task FollowBillAsync(CancellationToken cancellation)
    {
        var seating = Seat!.SeatingId;
        var changed = await Topics.ChangedAsync(BillReader.Watched(seating), version, cancellation);
        version = Seat.SeatingId == seating ? changed : version;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        var look = ++looks;
        var read = await Bills.GetAsync(Actor);
        if (!read.Succeeded(out var now, out var refusal))
        {
            Refused(refusal);
        }
        else if (look > shownLook)
        {
            if (bill is not null && bill.Sums.Due != now.Sums.Due)
            {
                said = now.IsSettled() ? T["AllPaid"] : T["DueNow", now.Sums.Due.Here(now.Currency)];
            }

            (bill, shownLook) = (now, look);
        }
    }

    /// <summary>Pays a part, as it was painted, at the provider's page.</summary>
    private async Task PayAsync(ChosenPart part, string method)
    {
        if (isPaying || !part.CanBePaid)
        {
            return;
        }

        (isPaying, refused) = (true, null);
        var home = Setup.PublicUrl ?? Addresses.BaseUri.TrimEnd('/');
        var begin = new BeginPayment(part.RequestId, part.Amount, method, home) { Lines = part.Lines };
        var begun = await TryAsync(() => Providers.BeginAsync(Actor, begin));
        if (begun.Succeeded(out var entered, out var refusal) && entered.Payment.Checkout is { } checkout)
        {
            Addresses.NavigateTo(checkout, forceLoad: true);
            return;
        }

        isPaying = false;
        await ReadAsync();
        Refused(refusal);
    }

    /// <summary>Calls somebody of the staff who takes a part, as it was painted.</summary>
    private async Task AskAsync(ChosenPart part, string method)
    {
        if (isPaying || !part.CanBePaid)
        {
            return;
        }

        (isPaying, refused) = (true, null);
        var amount = part.Amount.Here(bill!.Currency);
        string[] words = [amount, T[$"With_{method}"], .. Seat!.Nickname.Length > 0 ? [Seat.Nickname] : Array.Empty<string>()];
        var placed = await CallStaffAsync(new CallStaff(CallKind.Bill, string.Join(" · ", words)));
        isPaying = false;
        if (!placed.Succeeded(out var call, out var refusal))
        {
            Refused(refusal);
        }
        else if (!call.Created)
        {
            already = T["StaffCalledAlready", amount];
        }
        else
        {
            said = T["StaffCalled"];
        }
    }

    private void Refused(Refusal? refusal)
    {
        if (string.Equals(refusal?.Code, SeatingRefusal.SeatingClosed, StringComparison.Ordinal))
        {
            Leave(SeatingRefusal.SeatingClosed);
        }

        refused =
            refusal is BillRefusal { AtMost: { } most } && bill is not null ? T["PaidMeanwhile", most.Here(bill.Currency)]
            : refusal is not null ? Common.Of(refusal)
            : null;
    }
}
