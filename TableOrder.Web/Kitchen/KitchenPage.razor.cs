using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TableOrder.Core;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Settings;
using TableOrder.Core.Stations;
using TableOrder.Web.Layout;
using TableOrder.Web.Live;

namespace TableOrder.Web.Kitchen;

/// <summary>The kitchen's screen: of one station, of all, or of the pass. What changes is handed to what shows it; the page itself renders only when its settings do.</summary>
public sealed partial class KitchenPage : LivePage
{
    /// <summary>At most twenty pictures a second, however many changes a burst brings.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Absent = TimeSpan.FromSeconds(1);
    private static readonly Dictionary<Guid, Order> None = [];
    private KitchenView view = new(null, []);
    private TicketRail rail = null!;
    private Hands hands = null!;
    private OrderWatch? watch;
    private Announcer? announcer;
    private MenuView menu = null!;
    private long settingsVersion;
    private string timeZone = "";
    private Frame? room;
    private Picture? picture;
    private KitchenFigures? figures;
    private TicketBoard? board;
    private KitchenPanel? panel;
    private KitchenNote? note;

    /// <summary>The station's slug; null: all stations, or the pass.</summary>
    [Parameter]
    public string? Station { get; set; }

    [Inject]
    private OrderDesk Desk { get; set; } = null!;

    [Inject]
    private OrderReader Reader { get; set; } = null!;

    [Inject]
    private MenuReader Menu { get; set; } = null!;

    [Inject]
    private KitchenScreenReader Screens { get; set; } = null!;

    [Inject]
    private SettingsReader Settings { get; set; } = null!;

    [Inject]
    private Topics Topics { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<KitchenPage> Journal { get; set; } = null!;

    private static IReadOnlyList<string> Watched { get; } = [.. MenuReader.Watched, .. KitchenScreenReader.Watched];

    private IReadOnlyDictionary<Guid, Order> Orders => watch?.Orders ?? None;

    private bool IsExpo => Station is null && Navigation.ToBaseRelativePath(Navigation.Uri).StartsWith("expo", StringComparison.Ordinal);

    private string Name => view.IsExpo ? T["Expo"] : view.Station?.Name.Here() ?? (view.IsUnknown ? T["Title"] : T["AllStations"]);

    /// <summary>The browser's window has changed.</summary>
    [JSInvokable]
    public void Resized(int width, int height)
    {
        room = Frame.Of(width, height);
        Fit(rail.Frame.Squeeze);
    }

    /// <summary>Texts stand taller in this browser than was reckoned: a page did not fit.</summary>
    [JSInvokable]
    public void Overflows() => Fit(Math.Min(rail.Frame.Squeeze + 1, 10));

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        Actor = await Visitor.StaffAsync();
        hands = new Hands(Actor, Desk, why => note?.Say(why), Journal);
        timeZone = (await Settings.GetAsync(Actor)).Value.TimeZone;

        // First the version, then the look: what changes in between is looked at again.
        settingsVersion = await Topics.VersionAsync(Watched);
        var read = await Menu.GetAsync(Actor);
        var screen = await Screens.GetAsync(Actor, KitchenView.ScreenOf(Station, IsExpo));
        if ((read.Refusal ?? screen.Refusal) is { } refusal)
        {
            Leave(refusal.Code);
            return;
        }

        menu = read.Value;
        var looked = new KitchenView(Station, menu.Menu.Stations) { IsExpo = IsExpo, Screen = screen.Value };
        watch = null;
        if (!looked.IsUnknown)
        {
            var following = new OrderWatch(Feed, Reader, Actor, looked.Concerns, looked.Belongs);
            if (await following.LoadAsync(() => looked.IsExpo ? Reader.ExpoAsync(Actor) : Reader.KitchenAsync(Actor, looked.Slug)) is { } denied)
            {
                Leave(denied.Code);
                return;
            }

            watch = following;
        }

        // Asked before the first picture, so that it is the right one at once. While the page is prerendered there is no browser yet.
        var browser = new KitchenBrowser(Script);
        room ??= RendererInfo.IsInteractive ? await browser.RoomAsync() : null;
        announcer ??= new Announcer(browser, Desk, Clock);
        Look(looked);
        announcer.Hear(null);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() => [FollowOrdersAsync, FollowSettingsAsync, AnnounceAsync];

    private async Task FollowOrdersAsync(CancellationToken cancellation)
    {
        if (watch is null)
        {
            // The station may come back.
            await Task.Delay(Absent, cancellation);
            return;
        }

        var changed = await watch.NextAsync(cancellation);
        foreach (var id in changed)
        {
            var now = Orders.GetValueOrDefault(id);
            announcer!.Hear(Heard.Of(view, rail.Find(id), now));
            rail.Take(id, now);
        }

        picture?.Of(() =>
        {
            board?.Show(changed);
            figures?.Show();
            panel?.Show(changed);
        });

        // Not to be cut short: what came meanwhile is shown with the next picture.
        await Task.Delay(Pace, CancellationToken.None);
    }

    private async Task FollowSettingsAsync(CancellationToken cancellation)
    {
        settingsVersion = await Topics.ChangedAsync(Watched, settingsVersion, cancellation);
        var read = await Menu.GetAsync(Actor);
        var screen = await Screens.GetAsync(Actor, view.Screen.Screen);
        if ((read.Refusal ?? screen.Refusal) is not null)
        {
            return;
        }

        menu = read.Value;
        var looked = new KitchenView(Station, menu.Menu.Stations) { IsExpo = view.IsExpo, Screen = screen.Value };
        if (looked.IsUnknown != view.IsUnknown)
        {
            // The station was taken away, or came back: then there are other tickets to follow.
            await LoadAsync();
            StateHasChanged();
        }
        else if (!ReferenceEquals(looked.Stations, view.Stations) || !looked.Screen.Equals(view.Screen))
        {
            Look(looked);
            StateHasChanged();
        }
        else
        {
            panel?.MenuChanged(menu);
        }
    }

    private Task AnnounceAsync(CancellationToken cancellation) => announcer!.NextAsync(hands, () => rail.Unreceived, cancellation);

    private void Look(KitchenView looked)
    {
        var squeeze = rail is null ? 0 : rail.Frame.Squeeze;
        view = looked;
        rail = new TicketRail(view, code => Common.Allergen(code))
        {
            Frame = (room ?? Frame.Unknown) with { Columns = view.Screen.Columns, Squeeze = squeeze },
        };
        rail.TakeAll(Orders);
    }

    private void Fit(int squeeze)
    {
        rail.Frame = (room ?? Frame.Unknown) with { Columns = view.Screen.Columns, Squeeze = squeeze };
        board?.Show([]);
    }
}
