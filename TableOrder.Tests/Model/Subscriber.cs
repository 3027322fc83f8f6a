using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;
using TableOrder.Web.Live;

namespace TableOrder.Tests.Model;

/// <summary>A screen that follows while things happen, may stall, and must end with what a fresh list says.</summary>
internal sealed class Subscriber(string name, OrderWatch watch, Func<Task<Outcome<OrderPage>>> list)
{
    private CancellationTokenSource? leaving;
    private Task following = Task.CompletedTask;

    /// <summary>Loads its list and follows from there.</summary>
    public async Task SubscribeAsync()
    {
        (await watch.LoadAsync(list)).Should().BeNull();
        Follow();
    }

    /// <summary>Stops listening for a while, or listens again.</summary>
    public async Task ToggleAsync()
    {
        if (leaving is null)
        {
            Follow();
        }
        else
        {
            await StallAsync();
        }
    }

    /// <summary>Carries out all that the feed has seen, then compares with a fresh list.</summary>
    public async Task ShouldShowTheTruthAsync()
    {
        await StallAsync();
        leaving = new CancellationTokenSource();
        await leaving.CancelAsync();
        await FollowAsync(leaving.Token);
        var fresh = (await list()).Value.Items;
        Words(watch.Orders.Values).Should().Equal(Words(fresh), "this is what {0} shows", name);
    }

    private static IEnumerable<string> Words(IEnumerable<Order> orders) => orders.OrderBy(order => order.Id).Select(order => Columns.ToJson(order));

    private void Follow()
    {
        leaving = new CancellationTokenSource();
        var token = leaving.Token;
        following = Task.Run(() => FollowAsync(token));
    }

    private async Task StallAsync()
    {
        if (leaving is not null)
        {
            await leaving.CancelAsync();
            await following;
            leaving.Dispose();
            leaving = null;
        }
    }

    /// <summary>Only waiting is cancelled: what the feed has already seen is carried out first.</summary>
    private async Task FollowAsync(CancellationToken token)
    {
        try
        {
            while (true)
            {
                await watch.NextAsync(token);
            }
        }
        catch (OperationCanceledException)
        {
            // Nothing is left to be carried out.
        }
    }
}
