namespace TableOrder.Web.Live;

/// <summary>How a circuit's WebSocket packs what it sends: only for the pages that ask for it, and so that nothing of it is kept between two messages.</summary>
internal static class CircuitWire
{
    /// <summary>What start.js puts behind the circuit's address on a guest's page.</summary>
    private const string Packed = "packed";

    public static Task ConfigureAsync(HttpContext context, WebSocketAcceptContext accept)
    {
        if (context.Request.Query.ContainsKey(Packed))
        {
            // "Dangerous" where a stranger can mix their text with a secret and see the lengths: a guest's page holds no secret and can be framed by nobody else.
            accept.DangerousEnableCompression = true;
            accept.DisableServerContextTakeover = true;
        }

        return Task.CompletedTask;
    }
}
