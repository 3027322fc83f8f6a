using System.Text.Json.Serialization;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Api;

/// <summary>An error as RFC 9457 has it: what went wrong in a stable code, and a sentence that says what to do.</summary>
/// <param name="Title">What to do, for people.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable, for programs.</param>
internal sealed record Problem(string Title, int Status, string Code)
{
    /// <summary>With "invalid": what is wrong, by field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>With "sold_out", "price_changed" and "unknown_item": the lines concerned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProblemLine>? Lines { get; init; }

    /// <summary>With "overpaid", "over_refunded", "over_discounted" and "unpaid": what could move at most, or what is due; in minor units.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AtMost { get; init; }

    /// <summary>With "stale_version" and "illegal_transition": the order as it is now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OrderBody? Order { get; init; }
}

/// <summary>A line of the request that could not be.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="MenuItemId">The dish.</param>
internal sealed record ProblemLine(int Index, Guid MenuItemId)
{
    /// <summary>The price of now, with options; only where the price changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? UnitPrice { get; init; }

    /// <summary>What is left; only where portions are counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PortionsLeft { get; init; }

    public static ProblemLine Of(RefusedLine line) =>
        new(line.Index, line.MenuItemId) { UnitPrice = line.UnitPrice?.Minor, PortionsLeft = line.PortionsLeft };
}

/// <summary>A problem document, written for any Accept header: an error page in HTML helps no API caller.</summary>
internal sealed class ProblemResult(Problem problem, TimeSpan? retryAfter) : IResult
{
    public const string ContentType = "application/problem+json";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        if (retryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return response.WriteAsJsonAsync(problem, options: null, ContentType);
    }
}
