using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

public sealed class CancelInputTests
{
    private readonly Order order = Orders.Of(Orders.Line(Placed, quantity: 2));

    [Theory]
    [InlineData(Role.Manager, null, true)]
    [InlineData(Role.Floor, "  ", true)]
    [InlineData(Role.Guest, null, false)]
    [InlineData(Role.Floor, "spilled", false)]
    public void Staff_must_say_why(Role role, string? reason, bool refused)
    {
        var errors = CancelRule.Decide(order, new CancelOrder(order.Id, reason), role, order.PlacedAt).Refusal?.Errors;

        (errors?.ContainsKey("reason") ?? false).Should().Be(refused);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    [InlineData(1_000_000, true)]
    public void A_reason_has_at_most_200_characters(int length, bool refused)
    {
        var cancel = new CancelOrder(order.Id, new string('x', length));

        (CancelRule.Decide(order, cancel, Role.Guest, order.PlacedAt).Refusal is not null).Should().Be(refused);
    }

    [Fact]
    public void Lines_are_named_once_each_and_belong_to_the_order()
    {
        var line = order.Lines[0].Id;

        Refused([]);
        Refused([new CancelLine(line), new CancelLine(line)]);
        Refused([new CancelLine(Guid.NewGuid())]);
        Refused([new CancelLine(line, 0)]);
        Refused([new CancelLine(line, -1)]);
    }

    [Fact]
    public void A_version_below_1_is_bad_input()
    {
        var refusal = CancelRule.Decide(order, new CancelOrder(order.Id, "x") { Version = 0 }, Role.Floor, order.PlacedAt).Refusal;

        refusal!.Errors.Should().ContainKey("version");
    }

    private void Refused(IReadOnlyList<CancelLine> lines)
    {
        var refusal = CancelRule.Decide(order, new CancelOrder(order.Id, "x") { Lines = lines }, Role.Floor, order.PlacedAt).Refusal;
        refusal!.Code.Should().Be("invalid");
        refusal.Errors.Should().ContainKey("lines");
    }
}
