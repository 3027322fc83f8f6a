using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Floor;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Floor;

/// <summary>What stands over a waiter's screen as news, and for how long.</summary>
public sealed class FloorNewsTests
{
    private static readonly DateTimeOffset Noon = Orders.PlacedAt;
    private readonly FloorNews news = new();

    [Fact]
    public void What_stands_there_at_the_first_look_is_no_news()
    {
        news.See([Call()], [Orders.Of(Orders.Line(Ready))], Noon);

        news.Toasts.Should().BeEmpty();
    }

    [Fact]
    public void A_call_that_came_since_is_news_once_until_somebody_comes()
    {
        var (old, call) = (Call(), Call());
        news.See([old], [], Noon);
        news.See([old, call], [], Noon);
        news.See([old, call], [], Noon);
        news.Toasts.Select(toast => toast.Id).Should().Equal(call.Id);

        news.See([old], [], Noon);
        news.Toasts.Should().BeEmpty();
    }

    [Fact]
    public void An_order_is_news_when_all_of_it_is_ready_and_again_after_it_was_called_back()
    {
        var order = Orders.Of(Orders.Line(Ready), Orders.Line(Preparing));
        news.See([], [order], Noon);
        news.See([], [order], Noon);
        news.Toasts.Should().BeEmpty();

        var ready = order with { Status = OrderStatus.Ready };
        news.See([], [ready], Noon);
        news.Toasts.Single().Should().Match<FloorToast>(toast => toast.Id == order.Id && toast.Call == null);
        news.Dismiss(order.Id);
        news.See([], [ready], Noon);
        news.Toasts.Should().BeEmpty();

        news.See([], [order], Noon);
        news.See([], [ready], Noon);
        news.Toasts.Should().ContainSingle();
    }

    [Fact]
    public void News_go_by_themselves_and_only_the_newest_three_stand_there()
    {
        news.See([], [], Noon);
        var calls = Enumerable.Range(0, 5).Select(_ => Call()).ToList();
        news.See(calls, [], Noon);
        news.Toasts.Select(toast => toast.Id).Should().Equal(calls.TakeLast(3).Select(call => call.Id));

        news.See(calls, [], Noon + FloorNews.Stays);
        news.Toasts.Should().BeEmpty();
    }

    [Fact]
    public void Where_nobody_serves_a_ready_order_is_no_news()
    {
        var desk = new FloorNews(tellsReady: false);
        desk.See([], [], Noon);
        desk.See([], [Orders.Of(Orders.Line(Ready))], Noon);

        desk.Toasts.Should().BeEmpty();
    }

    private static Call Call() => new(Guid.NewGuid(), Guid.NewGuid(), "7", CallKind.Water, Note: null, CallState.Waiting, Noon, AnsweredAt: null);
}
