using TableOrder.Web.SignIn;

namespace TableOrder.Tests.SignIn;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/kitchen")]
    [InlineData("/menu?x=1")]
    public void A_path_of_this_app_is_kept(string path) => LocalPath.Of(path).Should().Be(path);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kitchen")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/a\r\nSet-Cookie: b")]
    public void Anything_that_could_lead_elsewhere_is_dropped(string? path) => LocalPath.Of(path).Should().BeNull();
}
