using System.Net;
using Microsoft.AspNetCore.Http;
using TableOrder.Web.Demo;

namespace TableOrder.Tests.Demo;

public sealed class ThisMachineTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:5080", true)]
    [InlineData("::1", "[::1]:5080", true)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("192.168.0.7", "localhost:5080", false)]
    [InlineData("127.0.0.1", "rebound.example", false)]
    public void Only_a_loopback_address_asked_by_a_loopback_name_is_this_machine(string remote, string host, bool expected) =>
        ThisMachine.Asks(Request(remote, host)).Should().Be(expected);

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("x-forwarded-host")]
    [InlineData("Via")]
    [InlineData("X-Real-IP")]
    public void What_a_proxy_passed_on_is_not_this_machine(string header)
    {
        var context = Request("127.0.0.1", "localhost");
        context.Request.Headers[header] = "for=203.0.113.7";

        ThisMachine.Asks(context).Should().BeFalse();
    }

    [Fact]
    public void A_proxy_that_says_nothing_is_known_by_the_protocol_that_no_browser_speaks()
    {
        var context = Request("127.0.0.1", "localhost");
        context.Request.Protocol = "HTTP/1.0";

        ThisMachine.Asks(context).Should().BeFalse();
    }

    private static DefaultHttpContext Request(string remote, string host)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Request.Host = new HostString(host);
        return context;
    }
}
