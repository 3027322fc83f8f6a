using Microsoft.AspNetCore.Mvc;
using TableOrder.Core;

namespace TableOrder.Web.Api;

/// <summary>Errors as RFC 9457 problem details with a stable code and a sentence that says what to do.</summary>
internal static class Problems
{
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>A problem by its code.</summary>
    public static IResult Of(int status, string code) =>
        new Problem(
            new ProblemDetails
            {
                Status = status,
                Title = Title(code),
                Extensions = { ["code"] = code },
            }
        );

    /// <summary>A problem document, written for any Accept header: an error page in HTML helps no API caller.</summary>
    internal sealed class Problem(ProblemDetails details) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = details.Status!.Value;
            return httpContext.Response.WriteAsJsonAsync(details, details.GetType(), options: null, "application/problem+json");
        }
    }

    private static string Title(string code) =>
        code switch
        {
            "unauthorized" => "Say who you are: POST /api/v1/sessions, or join a table.",
            "seating_closed" => "This table has been closed. Scan its code again to sit down.",
            "signed_out" => "This sign-in has ended. Sign in again.",
            "forbidden" => "Your role may not do this.",
            Refusal.NotFound => "There is nothing here for you.",
            _ => code,
        };
}
