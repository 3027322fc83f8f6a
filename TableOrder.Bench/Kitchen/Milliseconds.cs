namespace TableOrder.Bench.Kitchen;

/// <summary>This process's clock as a page tells its own: milliseconds since 1970, with their fractions.</summary>
internal static class Milliseconds
{
    public static double Now => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
}
