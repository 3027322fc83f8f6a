using System.Text.Json;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Api;

namespace TableOrder.Tests.Api;

/// <summary>What the API tells of an order where there is something to tell.</summary>
public sealed class OrderBodyTests
{
    private static readonly Order Plain = Orders.Of(Orders.Line(LineStatus.Preparing));

    [Fact]
    public void Priority_and_remake_are_left_out_of_what_guests_ordered()
    {
        Body(Plain).TryGetProperty("priority", out _).Should().BeFalse();
        Body(Plain).TryGetProperty("remakeOf", out _).Should().BeFalse();
    }

    [Fact]
    public void An_order_that_goes_first_says_so_and_a_remake_names_the_line()
    {
        var line = Guid.NewGuid();
        var again = Plain with { PrioritizedAt = Orders.PlacedAt, Remake = new Remake(line, Guid.NewGuid(), 3, "burnt") };

        Body(again).GetProperty("priority").GetBoolean().Should().BeTrue();
        Body(again).GetProperty("remakeOf").GetGuid().Should().Be(line);
    }

    [Fact]
    public void A_ticket_tells_since_when_a_screen_holds_it()
    {
        var received = ReceiveRule.Decide(Plain, ["grill"], Orders.PlacedAt.AddSeconds(2)).After;

        var (before, after) = (Body(Plain).GetProperty("tickets")[0], Body(received).GetProperty("tickets")[0]);

        before.GetProperty("receivedAt").ValueKind.Should().Be(JsonValueKind.Null);
        after.GetProperty("receivedAt").GetString().Should().Be("2026-03-02T03:00:02Z");
    }

    private static JsonElement Body(Order order) => JsonSerializer.SerializeToElement(OrderBody.Of(order), JsonSerializerOptions.Web);
}
