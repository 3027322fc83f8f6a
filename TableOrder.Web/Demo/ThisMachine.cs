using System.Net;

namespace TableOrder.Web.Demo;

/// <summary>Whether a request comes from this very machine: no proxy in between, and asked by a name that can only mean this machine (a foreign name that resolves here would be a trick).</summary>
internal static class ThisMachine
{
    public static bool Asks(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded")
        && (
            string.Equals(context.Request.Host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host))
        );
}
