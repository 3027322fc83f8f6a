using Bunit;
using TableOrder.Core.Stations;
using TableOrder.Web.Kitchen;

namespace TableOrder.Tests.Kitchen;

public class PictureTests : KitchenScreen
{
    [Fact]
    public async Task What_goes_wrong_in_a_picture_is_thrown_to_whoever_asked_for_it_and_the_next_one_is_shown()
    {
        var picture = Render<Picture>();
        var shown = 0;

        await picture
            .Awaiting(p => p.InvokeAsync(() => p.Instance.Of(() => throw new InvalidOperationException("for a test"))))
            .Should()
            .ThrowAsync<InvalidOperationException>()
            .WithMessage("for a test");
        await picture.InvokeAsync(() => picture.Instance.Of(() => shown++));

        shown.Should().Be(1);
    }
}
