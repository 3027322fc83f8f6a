using System.Text.Json;
using System.Text.RegularExpressions;
using TableOrder.Core;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Api;

/// <summary>Whatever goes wrong under /api before or beside an endpoint (no such path or method, a body that cannot be read) becomes a problem document too.</summary>
internal static partial class ApiErrors
{
    /// <summary>Before sign-in, which refuses by a status alone.</summary>
    public static void UseApiErrors(this WebApplication app) =>
        app.UseWhen(
            context => ApiRequest.Is(context.Request),
            api =>
            {
                api.UseExceptionHandler(fault => fault.Run(context => Problems.Of(StatusCodes.Status500InternalServerError).ExecuteAsync(context)));
                api.Use(GuardAsync);
                api.Use(BodyLimit.CheckAsync);
                api.UseStatusCodePages(status => Told(status.HttpContext).ExecuteAsync(status.HttpContext));
            }
        );

    private static IResult Told(HttpContext context) =>
        ApiRequest.CodeOf(context) is { } code ? Problems.Of(context.Response.StatusCode, code) : Problems.Of(context.Response.StatusCode);

    private static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        // Answers are one caller's, at one moment, in one language. Endpoints that may be kept say so themselves.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept-Language, Authorization, Cookie";
        if (context.Request.GetTypedHeaders().ContentType is { Charset.HasValue: true, Encoding: null })
        {
            await Problems.Of(StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            await Explain(fault).ExecuteAsync(context);
        }
    }

    private static IResult Explain(BadHttpRequestException fault) =>
        fault.StatusCode == StatusCodes.Status400BadRequest
            ? Problems.Of(Refusal.Bad(Field(fault), "This is missing, or is not what is expected here: see /api/v1/docs."))
            : Problems.Of(fault.StatusCode);

    /// <summary>The path inside the JSON as the caller wrote it, or the name in the query; "body" where it is no JSON at all.</summary>
    private static string Field(BadHttpRequestException fault) =>
        fault.InnerException is JsonException { Path: { Length: > 2 } path } ? path.TrimStart('$').TrimStart('.')
        : Parameter().Match(fault.Message) is { Success: true } match ? JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value)
        : "body";

    [GeneratedRegex(@"^Failed to bind parameter ""\S+ (?<name>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
