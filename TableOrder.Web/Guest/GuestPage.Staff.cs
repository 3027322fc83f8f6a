using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Web.Layout;
using TableOrder.Web.Live;

namespace TableOrder.Web.Guest;

/// <summary>
/// The staff's part of a guest's page: somebody signs in at the table and enters or corrects an order there. It lives in this page alone: no cookie is left,
/// and it ends with the page, with "done", and by itself when nobody has pressed anything for a while.
/// </summary>
public abstract partial class GuestPage
{
    private static readonly TimeSpan StaffMayRest = TimeSpan.FromMinutes(1);
    private DateTimeOffset staffActed;
    private Actor? atTable;

    /// <summary>The member of staff who works on this page; null: it is the guests'.</summary>
    internal Actor? Staff => atTable ?? (Served is null ? null : Actor);

    /// <summary>The party whom a waiter serves on a page of the waiter's own; null: the page is a guest's.</summary>
    protected virtual Guid? Served => null;

    /// <summary>Whose doing it is what is pressed now.</summary>
    protected Actor Acting
    {
        get
        {
            staffActed = Clock.GetUtcNow();
            return Staff ?? Actor;
        }
    }

    /// <summary>Whether the staff's way in is being asked for.</summary>
    internal bool IsAskingStaff { get; set; }

    [Inject]
    private ClosingDesk Closing { get; set; } = null!;

    [Inject]
    private IStringLocalizer<CommonTexts> CommonWords { get; set; } = null!;

    [Inject]
    private IStringLocalizer<GuestTexts> Words { get; set; } = null!;

    [Inject]
    private AccessDesk SignIns { get; set; } = null!;

    /// <summary>Somebody held the table's name pressed.</summary>
    [JSInvokable]
    public void AskStaff()
    {
        IsAskingStaff = Staff is null;
        StateHasChanged();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (atTable is { } staff)
        {
            atTable = null;
            await TryAsync(() => SignIns.SignOutAsync(staff));
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Signs a member of staff in for this page; gives the reason where it could not. Tries are counted by table.</summary>
    internal async Task<string?> BeginStaffAsync(string name, string pin)
    {
        var signedIn = await TryAsync(() => SignIns.SignInAsync(Actor, name, pin, "tablet", $"table {Seat!.TableName}"));
        if (!signedIn.Succeeded(out var staff, out var refusal))
        {
            return refusal.RetryAfter is { } wait ? CommonWords["LoginWait", Math.Ceiling(wait.TotalSeconds)]
                : string.Equals(refusal.Code, "bad_credentials", StringComparison.Ordinal) ? CommonWords["LoginBad"]
                : CommonWords.Of(refusal);
        }

        if (!Rights.Allows(staff.Role, Right.PlaceOrders))
        {
            await SignIns.SignOutAsync(staff);
            return Words["StaffOnlyService"];
        }

        (atTable, staffActed) = (staff, Clock.GetUtcNow());
        _ = EndWhenIdleAsync();
        StateHasChanged();
        return null;
    }

    /// <summary>The page is the guests' again.</summary>
    internal async Task EndStaffAsync()
    {
        if (atTable is { } staff)
        {
            (atTable, IsAskingStaff) = (null, false);
            await TryAsync(() => SignIns.SignOutAsync(staff));
            StateHasChanged();
        }
    }

    /// <summary>Closes the table; gives the reason where it could not. Closed, this page is left like all the others.</summary>
    internal async Task<string?> CloseTableAsync() =>
        (await TryAsync(() => Closing.CloseAsync(Acting, new CloseSeating(Seat!.SeatingId)))).Refusal is { } refusal ? CommonWords.Of(refusal) : null;

    private async Task EndWhenIdleAsync()
    {
        using var seconds = new PeriodicTimer(TimeSpan.FromSeconds(1), Clock);
        while (atTable is not null && Clock.GetUtcNow() - staffActed < StaffMayRest)
        {
            await seconds.WaitForNextTickAsync();
        }

        await EndStaffAsync();
    }

    /// <summary>Where a waiter is led whose party has left, or become part of another: to its page on the floor, which says so.</summary>
    protected override string AddressAfter(string code) =>
        Served is { } party && code is OrderRefusal.SeatingClosed ? $"/floor/{party}" : base.AddressAfter(code);

    /// <summary>A waiter stands at the party's table, as it were: with their cart and what they must not eat, and no name of their own.</summary>
    private async Task<OwnSeating?> ServeAsync(Guid party)
    {
        Actor = await Visitor.StaffAsync();
        shared = await Topics.VersionAsync(SeatingReader.Watched(party));
        var found = await Seatings.GetAsync(Actor, party);
        if (found.Refusal is not null || found.Value.ClosedAt is not null)
        {
            Leave(OrderRefusal.SeatingClosed);
            return null;
        }

        (Seat, House) = (new OwnSeating(party, found.Value.TableName, "", 0, found.Value.Allergies), (await Settings.GetAsync(Actor)).Value);
        return Seat;
    }
}
