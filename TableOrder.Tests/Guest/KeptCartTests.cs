using TableOrder.Core;
using TableOrder.Web.Guest;

namespace TableOrder.Tests.Guest;

public sealed class KeptCartTests
{
    private readonly CartLine line = new(
        Guid.NewGuid(),
        new LocalText(new Dictionary<string, string>(StringComparer.Ordinal) { ["ko"] = "삼겹살", ["en"] = "Pork" }),
        [Guid.NewGuid(), Guid.NewGuid()],
        "\"바싹\" <b>",
        2,
        new Money(18000)
    );

    [Fact]
    public void A_cart_comes_back_as_it_was_with_its_id()
    {
        var cart = Cart.Empty().Add(line) with { Unconfirmed = true };

        var back = KeptCart.Read(KeptCart.Write(cart))!;

        back.RequestId.Should().Be(cart.RequestId);
        back.Unconfirmed.Should().BeTrue();
        back.Lines.Should().ContainSingle().Which.Should().BeEquivalentTo(line);
    }

    [Fact]
    public void An_empty_cart_is_not_kept_unless_it_was_sent_without_an_answer()
    {
        KeptCart.Write(Cart.Empty()).Should().BeNull();
        KeptCart.Write(Cart.Empty() with { Unconfirmed = true }).Should().NotBeNull();
    }

    [Fact]
    public void Korean_is_kept_readable_so_that_a_full_cart_stays_small() =>
        KeptCart.Write(Cart.Empty().Add(line)).Should().Contain("삼겹살").And.Contain("바싹");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"id":"0b8b4a1e-3f3a-4c4e-9a59-4a2f0d4b7c11"}""")]
    [InlineData("""{"id":"0b8b4a1e-3f3a-4c4e-9a59-4a2f0d4b7c11","lines":[null]}""")]
    [InlineData("""{"id":"0b8b4a1e-3f3a-4c4e-9a59-4a2f0d4b7c11","lines":[{"item":"0b8b4a1e-3f3a-4c4e-9a59-4a2f0d4b7c12","quantity":100}]}""")]
    [InlineData(
        """{"id":"0b8b4a1e-3f3a-4c4e-9a59-4a2f0d4b7c11","lines":[{"item":"0b8b4a1e-3f3a-4c4e-9a59-4a2f0d4b7c12","quantity":1,"options":5}]}"""
    )]
    public void What_could_not_have_been_made_here_is_ignored(string? text) => KeptCart.Read(text).Should().BeNull();
}
