using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using TableOrder.Core.Seating;
using TableOrder.Web.Layout;
using TableOrder.Web.Live;
using TableOrder.Web.Start;

namespace TableOrder.Web.Guest;

/// <summary>Shows the code that joins this table's seating, and the next one when that comes.</summary>
public sealed partial class PhoneSheet
{
    /// <summary>Not slept through until the next code is due: the server's clock may be set, and its timers be late.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource leaving = new();
    private CurrentCode? code;
    private QrPicture? picture;
    private string link = "";

    /// <summary>The table's name.</summary>
    [Parameter, EditorRequired]
    public string TableName { get; set; } = "";

    /// <summary>The guest closed it.</summary>
    [Parameter]
    public EventCallback OnClosed { get; set; }

    [Inject]
    private SeatingReader Seatings { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private Setup Setup { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private IHostApplicationLifetime App { get; set; } = null!;

    [Inject]
    private ILogger<PhoneSheet> Log { get; set; } = null!;

    [Inject]
    private IStringLocalizer<GuestTexts> T { get; set; } = null!;

    [Inject]
    private IStringLocalizer<CommonTexts> Common { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => ReadAsync();

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = RenewAsync(leaving.Token);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        leaving.Dispose();
    }

    /// <summary>Runs on the circuit's dispatcher, as it began there, and ends with the sheet.</summary>
    private async Task RenewAsync(CancellationToken left)
    {
        // A circuit may outlive its browser by minutes; it must not outlive the app that it reads from.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(left, App.ApplicationStopping);
        var cancellation = ending.Token;
        while (!cancellation.IsCancellationRequested)
        {
            await Task.Delay(Look, Clock, cancellation)
                .ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            var now = Clock.GetUtcNow();
            if (!cancellation.IsCancellationRequested && (code is null || now >= code.NextAt || now < code.NextAt - JoinCode.Window))
            {
                await ReadAsync();
                StateHasChanged();
            }
        }
    }

    /// <summary>An outage takes the code away until there is another: one that nobody may count on is worse than none.</summary>
    private async Task ReadAsync()
    {
        var guest = await Visitor.GuestAsync();
        var read = await Outage.ToRefusalAsync(Log, nameof(PhoneSheet), () => Seatings.CodeAsync(guest, guest.SeatingId ?? default));
        code = read.Succeeded(out var current, out _) ? current : null;
        link = code is null ? "" : $"{Setup.PublicUrl ?? Navigation.BaseUri.TrimEnd('/')}/t/{code.Code}";
        picture = code is null ? null : QrPicture.Of(link);
    }
}
