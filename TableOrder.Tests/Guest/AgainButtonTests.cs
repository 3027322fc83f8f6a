using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Guest;
using static TableOrder.Tests.Guest.GuestOrders;

namespace TableOrder.Tests.Guest;

public sealed class AgainButtonTests : GuestScreen
{
    private readonly ManualTimeProvider clock = new();
    private int added;

    public AgainButtonTests() => Services.AddSingleton<TimeProvider>(clock);

    [Fact]
    public void A_second_tap_of_the_same_hand_is_no_second_helping_and_a_later_one_is()
    {
        var button = Render<AgainButton>(parameters =>
                parameters
                    .Add(again => again.Order, Order(Line("Rice", LineStatus.Served)))
                    .Add(
                        again => again.Again,
                        _ =>
                        {
                            added++;
                            return Task.CompletedTask;
                        }
                    )
            )
            .Find("button");

        button.Click();
        clock.Now += TimeSpan.FromSeconds(1);
        button.Click();
        added.Should().Be(1);

        clock.Now += TimeSpan.FromSeconds(2);
        button.Click();
        added.Should().Be(2);
    }
}
