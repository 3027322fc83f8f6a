using Microsoft.AspNetCore.Components;
using Radzen;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Web.Layout;
using TableOrder.Web.Start;

namespace TableOrder.Web.Manager.Team;

/// <summary>Who works here, and which devices stay signed in.</summary>
public sealed partial class StaffPage
{
    /// <summary>Who was seen when: nothing tells of that, so it is looked at.</summary>
    private static readonly TimeSpan PresenceLook = TimeSpan.FromSeconds(10);
    private IReadOnlyList<StaffView> accounts = [];
    private IReadOnlyList<DeviceView> devices = [];
    private DeviceLink? shown;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Own => StaffReader.Watched;

    [Inject]
    private StaffReader Staff { get; set; } = null!;

    [Inject]
    private StaffDesk Desk { get; set; } = null!;

    [Inject]
    private DeviceDesk DeviceDesk { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    [Inject]
    private Setup Setup { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var read = await Staff.ListAsync(Actor);
        if (!read.Succeeded(out var all, out var ended))
        {
            Leave(ended.Code);
            return;
        }

        accounts = [.. all.OrderBy(one => one.DisabledAt is not null).ThenByDescending(one => one.Role)];
        devices = (await Staff.DevicesAsync(Actor)).Value;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() => [.. base.Follow(), FollowPresenceAsync];

    private async Task FollowPresenceAsync(CancellationToken cancellation)
    {
        await Task.Delay(PresenceLook, Clock, cancellation);
        await ReadAsync();
        StateHasChanged();
    }

    private string Address(DeviceLink link) => $"{Setup.PublicUrl ?? Navigation.BaseUri.TrimEnd('/')}/enrol/{link.Code}";

    private async Task AddAsync()
    {
        await OpenAsync<StaffDialog>(
            T["AddStaff"],
            new(StringComparer.Ordinal)
            {
                [nameof(StaffDialog.OnSave)] =
                    (Func<StaffForm, Task<Refusal?>>)(
                        form => SaveAsync(() => Desk.AddAsync(Actor, new AddStaff(form.Name, form.Role, form.Secret)), T["Done_added", form.Name])
                    ),
            }
        );
        await FocusAsync("[data-does=add-staff]");
    }

    private async Task EditAsync(StaffView account)
    {
        await OpenAsync<StaffDialog>(
            T["EditOf", account.Name],
            new(StringComparer.Ordinal)
            {
                [nameof(StaffDialog.Account)] = account,
                [nameof(StaffDialog.IsOwn)] = account.Id == Actor.Id,
                [nameof(StaffDialog.OnSave)] =
                    (Func<StaffForm, Task<Refusal?>>)(
                        form => SaveAsync(() => Desk.ChangeAsync(Actor, form.ChangeOf(account)), T["Done_saved", form.Name])
                    ),
            }
        );
        await FocusAsync($"[data-account='{account.Id}'] [data-does=edit]");
    }

    private async Task DisableAsync(StaffView account)
    {
        if (await AskAsync(T["DisableAsk", account.Name], T["Disable"]))
        {
            await SayAsync(() => Desk.ChangeAsync(Actor, new ChangeStaff(account.Id) { Disabled = true }), T["Done_disabled", account.Name]);
        }

        await FocusAsync($"[data-account='{account.Id}'] [data-does=edit]");
    }

    private Task<bool> EnableAsync(StaffView account) =>
        SayAsync(() => Desk.ChangeAsync(Actor, new ChangeStaff(account.Id) { Disabled = false }), T["Done_enabled", account.Name]);

    private async Task EndSignInsAsync(StaffView account)
    {
        if (await AskAsync(T["EndSignInsAsk", account.Name], T["EndSignIns"]))
        {
            await SayAsync(() => Desk.EndSignInsAsync(Actor, account.Id), T["Done_ended", account.Name]);
        }

        await FocusAsync($"[data-account='{account.Id}'] [data-does=edit]");
    }

    private async Task AddDeviceAsync()
    {
        await OpenAsync<DeviceDialog>(
            T["AddDevice"],
            new(StringComparer.Ordinal)
            {
                [nameof(DeviceDialog.Accounts)] = accounts.Where(one => one is { DisabledAt: null, Role: not Role.Manager }).ToList(),
                [nameof(DeviceDialog.OnSave)] = (Func<AddDevice, Task<Refusal?>>)(add => ShowAsync(() => DeviceDesk.AddAsync(Actor, add))),
            }
        );
        await FocusAsync(shown is null ? "[data-does=add-device]" : $"[data-device='{shown.DeviceId}'] [data-copy]");
    }

    private async Task InviteAsync(DeviceView device)
    {
        Refused = await ShowAsync(() => DeviceDesk.InviteAsync(Actor, device.Id)) is { } refusal ? Common.Of(refusal) : null;
        StateHasChanged();
        await FocusAsync($"[data-device='{device.Id}'] [data-copy]");
    }

    private async Task RevokeAsync(DeviceView device)
    {
        if (await AskAsync(T["RevokeAsk", device.Name], T["Revoke"]))
        {
            await SayAsync(() => DeviceDesk.RevokeAsync(Actor, device.Id), T["Done_revoked", device.Name]);
        }

        await FocusAsync("[data-does=add-device]");
    }

    private async Task HideAsync()
    {
        var device = shown?.DeviceId;
        shown = null;
        await FocusAsync($"[data-device='{device}'] [data-does=invite]");
    }

    /// <summary>Makes a link and shows it.</summary>
    private async Task<Refusal?> ShowAsync(Func<Task<Outcome<DeviceLink>>> make)
    {
        var made = await TryAsync(make);
        if (made.Succeeded(out var link, out var refusal))
        {
            shown = link;
            await ReadAsync();
            StateHasChanged();
        }

        return refusal;
    }

    private async Task<Refusal?> SaveAsync<T2>(Func<Task<Outcome<T2>>> command, string said)
    {
        var refusal = (await TryAsync(command)).Refusal;
        if (refusal is null)
        {
            await SayAsync(() => Task.FromResult<Outcome<bool>>(true), said);
        }

        return refusal;
    }

    private async Task OpenAsync<TDialog>(string title, Dictionary<string, object?> parameters)
        where TDialog : ComponentBase =>
        await Dialogs.OpenAsync<TDialog>(title, parameters, new DialogOptions { Width = "min(520px, calc(100vw - 24px))", CssClass = "team-dialog" });

    private async Task<bool> AskAsync(string question, string yes) =>
        await Dialogs.Confirm(
            question,
            yes,
            new ConfirmOptions
            {
                OkButtonText = yes,
                CancelButtonText = T["Cancel"],
                Width = "min(460px, calc(100vw - 24px))",
                CssClass = "team-dialog",
            }
        ) == true;

    /// <summary>A dialog gives the focus back to where it came from; what was there may be painted anew.</summary>
    private Task<bool> FocusAsync(string selector) => TellAsync("tableOrder.team.focus", selector);
}
