using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using TableOrder.Core;
using TableOrder.Core.Statistics;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Api;

/// <summary>Of which business days.</summary>
internal sealed record StatisticsRequest
{
    private const string Form = "yyyy-MM-dd";
    private const string Pattern = @"^\d{4}-\d{2}-\d{2}$";

    [FromQuery(Name = "from"), Description("The first business day, yyyy-MM-dd; today where it is left out"), RegularExpression(Pattern)]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("The last business day, yyyy-MM-dd; today where it is left out"), RegularExpression(Pattern)]
    public string? To { get; init; }

    /// <summary>The days, null where they are left out.</summary>
    public Outcome<(DateOnly? From, DateOnly? To)> Days() =>
        !TryRead(From, out var from) ? Refusal.Bad("from", $"Send a day as {Form}.")
        : !TryRead(To, out var to) ? Refusal.Bad("to", $"Send a day as {Form}.")
        : (from, to);

    private static bool TryRead(string? text, out DateOnly? day)
    {
        var read = DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed);
        day = read ? parsed : null;
        return read || text is null;
    }
}

internal static class StatisticsEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder api) =>
        api.MapGet("/statistics", GetAsync)
            .RequireAuthorization(Policies.Manager)
            .WithTags("Statistics")
            .Produces<StatisticsBody>()
            .Describe(
                "Read the figures",
                $"Of the business day that runs, or of the days from one to another, at most {StatisticsReader.MostDays}. Kept with every order, so it costs the same however many there were.",
                400
            );

    private static async Task<IResult> GetAsync([AsParameters] StatisticsRequest asked, ClaimsPrincipal user, StatisticsReader reader)
    {
        var actor = user.ByApi();
        if (!asked.Days().Succeeded(out var days, out var refusal))
        {
            return Problems.Of(refusal, actor);
        }

        var read = await reader.GetAsync(actor, days.From, days.To);
        return read.Succeeded(out var figures, out refusal) ? Results.Ok(StatisticsBody.Of(figures)) : Problems.Of(refusal, actor);
    }
}
