using TableOrder.Core.Access;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Api;

/// <summary>What staff sign in with.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Password">Its password or PIN.</param>
internal sealed record SessionRequest(string Name, string Password);

/// <summary>A sign-in.</summary>
/// <param name="Token">For the header Authorization: Bearer TOKEN.</param>
/// <param name="Role">kitchen, floor or manager.</param>
/// <param name="ExpiresAt">The token's end.</param>
internal sealed record SessionBody(string Token, Role Role, DateTime ExpiresAt);

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder api) =>
        api.MapPost("/sessions", SignInAsync)
            .AllowAnonymous()
            .WithTags("Sessions")
            .Produces<SessionBody>()
            .Describe(
                "Sign in",
                "Staff give name and password and get a bearer token. After five wrong tries for a name, each further one must wait.",
                400,
                401,
                429
            );

    private static async Task<IResult> SignInAsync(SessionRequest body, HttpContext context, AccessDesk desk, BearerTokens tokens)
    {
        var signedIn = await desk.SignInAsync(Actor.Nobody, body.Name, body.Password, Callers.Device, $"{context.Connection.RemoteIpAddress}");
        if (!signedIn.Succeeded(out var actor, out var refusal))
        {
            return Problems.Of(refusal);
        }

        var (token, expires) = tokens.Issue(actor);
        return Results.Ok(new SessionBody(token, actor.Role, expires.UtcDateTime));
    }
}
