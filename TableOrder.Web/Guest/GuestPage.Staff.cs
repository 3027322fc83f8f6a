using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using TableOrder.Core;
using TableOrder.Core.Access;
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

    /// <summary>The member of staff who works on this page; null: it is the guests'.</summary>
    internal Actor? Staff { get; private set; }

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
        if (Staff is { } staff)
        {
            Staff = null;
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

        (Staff, staffActed) = (staff, Clock.GetUtcNow());
        _ = EndWhenIdleAsync();
        StateHasChanged();
        return null;
    }

    /// <summary>The page is the guests' again.</summary>
    internal async Task EndStaffAsync()
    {
        if (Staff is { } staff)
        {
            (Staff, IsAskingStaff) = (null, false);
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
        while (Staff is not null && Clock.GetUtcNow() - staffActed < StaffMayRest)
        {
            await seconds.WaitForNextTickAsync();
        }

        await EndStaffAsync();
    }
}
