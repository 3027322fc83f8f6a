namespace TableOrder.Web.SignIn;

/// <summary>Requests of the API are refused by a status and a code, never by a redirect; the API makes a problem document of them.</summary>
internal static class ApiRequest
{
    private static readonly object Code = new();

    public static bool Is(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public static void Refuse(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Items[Code] = code;
    }

    /// <summary>Why the request was refused; null where only its status says so.</summary>
    public static string? CodeOf(HttpContext context) => context.Items[Code] as string;
}
