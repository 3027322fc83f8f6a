using System.Net;

namespace TableOrder.Web.Demo;

/// <summary>Whether a request comes from this very machine: no proxy in between, and asked by a name that can only mean this machine (a foreign name that resolves here would be a trick).</summary>
internal static class ThisMachine
{
    private static readonly string[] Passing = ["Forwarded", "Via", "X-Real-IP", "X-Original-For", "CF-Connecting-IP", "True-Client-IP"];

    public static bool Asks(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !IsPassedOn(context.Request)
        && (
            string.Equals(context.Request.Host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host))
        );

    /// <summary>What a proxy on this machine passes on comes from anywhere. Most say so in a header; nginx left as it is says nothing, but speaks HTTP/1.0, which no browser does.</summary>
    private static bool IsPassedOn(HttpRequest request) =>
        HttpProtocol.IsHttp10(request.Protocol)
        || request.Headers.Keys.Any(header =>
            header.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || Passing.Contains(header, StringComparer.OrdinalIgnoreCase)
        );
}
