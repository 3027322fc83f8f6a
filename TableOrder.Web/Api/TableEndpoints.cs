using System.Security.Claims;
using System.Text.Json.Serialization;
using TableOrder.Core.Access;
using TableOrder.Core.Seating;
using TableOrder.Web.Layout;
using TableOrder.Web.SignIn;
using TableOrder.Web.Start;

namespace TableOrder.Web.Api;

/// <summary>A guest who sits down.</summary>
/// <param name="Nickname">What the others at the table see, at most 20 characters.</param>
internal sealed record SeatRequest(string? Nickname = null);

/// <summary>A guest's place at a table.</summary>
/// <param name="SeatingId">The party's stay.</param>
/// <param name="TableName">As on the table's plate.</param>
/// <param name="GuestId">Who you are from now on.</param>
/// <param name="Token">For the header Authorization: Bearer TOKEN; it ends with the seating.</param>
internal sealed record SeatBody(Guid SeatingId, string TableName, Guid GuestId, string Token);

/// <summary>A table.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As on its plate.</param>
/// <param name="Area">The part of the room.</param>
/// <param name="Seats">How many people fit.</param>
/// <param name="Token">The secret of its QR code; for the manager only.</param>
/// <param name="Link">What its QR code says; for the manager only.</param>
/// <param name="Seating">Who sits there; null where it is free. At a counter: the party that came first.</param>
internal sealed record TableBody(Guid Id, string Name, string Area, int Seats, string? Token, string? Link, SeatingBody? Seating)
{
    /// <summary>True for takeaway, where each party has a seating of its own and there are several at once; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Counter { get; init; }

    /// <summary>Everybody at a counter, in the order they came; left out of other tables.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SeatingBody>? Seatings { get; init; }
}

/// <summary>A party's stay.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="Party">How many people, as far as known.</param>
/// <param name="Total">The sum of its uncancelled orders, in minor units.</param>
/// <param name="Rounds">How many orders it has sent.</param>
/// <param name="Due">What is still to be paid, after discounts and with service; below zero it is credit.</param>
/// <param name="WaitingCalls">How many of its calls nobody has confirmed yet.</param>
internal sealed record SeatingBody(Guid Id, DateTime OpenedAt, int Party, long Total, int Rounds, long Due, int WaitingCalls)
{
    public static SeatingBody Of(SeatingView seating) =>
        new(
            seating.Id,
            seating.OpenedAt.UtcDateTime,
            seating.Party,
            seating.Total.Minor,
            seating.Rounds,
            seating.Sums.Due.Minor,
            seating.WaitingCalls
        );
}

internal static class TableEndpoints
{
    public static void MapTables(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tables/{tableToken}/seating", SitDownAsync)
            .AllowAnonymous()
            .WithTags("Tables")
            .Produces<SeatBody>()
            .Describe(
                "Sit down at a table",
                "Joins by the table's token, or by the code that its screen shows at this moment. By a token the first guest opens the seating, unless staff does that here: then a token is refused. A guest who already sits there stays who they are.",
                400,
                401,
                404,
                409,
                503
            );
        api.MapGet("/tables", ListAsync)
            .RequireAuthorization(Policies.Kitchen)
            .WithTags("Tables")
            .Produces<IReadOnlyList<TableBody>>()
            .Describe(
                "List the tables",
                "Every table in the order of the plan, with who sits there. Who has scanned its code, but chosen and ordered nothing, does not occupy it. Token and link are for the manager only."
            );
    }

    private static async Task<IResult> SitDownAsync(
        string tableToken,
        SeatRequest? body,
        ClaimsPrincipal user,
        SeatingDesk desk,
        BearerTokens tokens,
        CancellationToken cancellation
    )
    {
        var guest = user.Guest() ?? Actor.Nobody;
        var joined = await desk.JoinAsync(guest with { Device = Callers.Device }, tableToken, body?.Nickname, cancellation: cancellation);
        if (!joined.Succeeded(out var seat, out var refusal))
        {
            return Problems.Of(refusal);
        }

        var (token, _) = tokens.Issue(Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, Callers.Device));
        return Results.Ok(new SeatBody(seat.SeatingId, seat.TableName, seat.GuestId, token));
    }

    private static async Task<IResult> ListAsync(HttpRequest request, ClaimsPrincipal user, SeatingReader reader, Setup setup)
    {
        var actor = user.ByApi();
        var read = await reader.TablesAsync(actor);
        var home = setup.HomeOf(request);
        return read.Succeeded(out var tables, out var refusal) ? Results.Ok(tables.Select(table => Body(table, home))) : Problems.Of(refusal, actor);
    }

    private static TableBody Body(TableView table, string home) =>
        new(
            table.Id,
            table.Name,
            table.Area.Here(),
            table.Seats,
            table.Token,
            table.Token is { } token ? $"{home}/t/{token}" : null,
            table.Seating is { } seating ? SeatingBody.Of(seating) : null
        )
        {
            Counter = table.IsCounter ? true : null,
            Seatings = table.IsCounter ? [.. table.Seatings.Select(SeatingBody.Of)] : null,
        };
}
