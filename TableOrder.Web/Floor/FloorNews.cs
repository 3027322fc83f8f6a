using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Floor;

/// <summary>What is news for whoever looks at a screen: a call that came since, an order that became ready since. What stood there at the first look is none. Not for two threads.</summary>
/// <param name="tellsReady">Whether orders that are ready are news here.</param>
public sealed class FloorNews(bool tellsReady = true)
{
    /// <summary>For so long news stand over the screen.</summary>
    public static readonly TimeSpan Stays = TimeSpan.FromSeconds(20);

    /// <summary>More would cover the screen.</summary>
    private const int Most = 3;
    private HashSet<Guid>? calls;
    private HashSet<Guid> ready = [];
    private List<FloorToast> toasts = [];

    /// <summary>What stands over the screen, the oldest first.</summary>
    public IReadOnlyList<FloorToast> Toasts => toasts;

    /// <summary>How things are now: what has come is news, what was answered, served or stood long enough is none any more.</summary>
    /// <param name="waiting">The calls that wait.</param>
    /// <param name="orders">The open orders.</param>
    /// <param name="now">The server's clock.</param>
    public void See(IReadOnlyList<Call> waiting, IEnumerable<Order> orders, DateTimeOffset now)
    {
        var isFirst = calls is null;
        var (known, wasReady) = (calls ?? [], ready);
        var carried = tellsReady ? orders.Where(order => order.Status == OrderStatus.Ready).ToList() : [];
        (calls, ready) = ([.. waiting.Select(call => call.Id)], [.. carried.Select(order => order.Id)]);
        var until = (now + Stays).ToUnixTimeMilliseconds();
        var news = isFirst
            ? []
            : carried
                .Where(order => !wasReady.Contains(order.Id))
                .Select(order => FloorToast.Of(order, until))
                .Concat(waiting.Where(call => !known.Contains(call.Id)).Select(call => FloorToast.Of(call, until)));
        var standing = toasts.Where(toast => toast.Until > now.ToUnixTimeMilliseconds() && (toast.Call is null ? ready : calls).Contains(toast.Id));
        toasts = [.. standing.Concat(news).TakeLast(Most)];
    }

    /// <summary>Somebody has read it.</summary>
    public void Dismiss(Guid id) => toasts.RemoveAll(toast => toast.Id == id);
}
