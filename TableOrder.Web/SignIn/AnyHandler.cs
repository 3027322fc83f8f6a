using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using TableOrder.Core.Access;
using TableOrder.Core.Seating;

namespace TableOrder.Web.SignIn;

/// <summary>
/// Knows a request by its bearer token, else by both cookies together, and asks Core each time whether that access still stands:
/// a closed seating or a changed account ends it at once.
/// </summary>
internal sealed class AnyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    BearerTokens tokens,
    AccessReader access
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string BearerPrefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var identities = new List<ClaimsIdentity>();
        foreach (var claimed in await ClaimedAsync())
        {
            if (ActorClaims.Read(claimed) is not { } actor)
            {
                continue;
            }

            var current = await access.CurrentAsync(actor);
            if (current.Refusal is { } refusal)
            {
                EndedAccess.Set(Context, refusal.Code);
            }
            else
            {
                identities.Add(ActorClaims.Identity(current.Value));
            }
        }

        return identities.Count == 0
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identities), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (ApiRequest.Is(Request))
        {
            Response.Headers.WWWAuthenticate = "Bearer";
            ApiRequest.Refuse(Context, StatusCodes.Status401Unauthorized, EndedAccess.Of(Context) ?? "unauthorized");
            return Task.CompletedTask;
        }

        Response.Redirect(ToSignIn(why: ""));
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (ApiRequest.Is(Request))
        {
            ApiRequest.Refuse(Context, StatusCodes.Status403Forbidden, "forbidden");
            return Task.CompletedTask;
        }

        // Signed in, but as somebody else: a guest who opens the kitchen, a cook who opens the manager's page.
        Response.Redirect(ToSignIn(why: "why=role&"));
        return Task.CompletedTask;
    }

    /// <summary>Guests have nothing to sign in with: they scan their table's code.</summary>
    private string ToSignIn(string why)
    {
        var needed = Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>() ?? [];
        return needed.Any(policy => string.Equals(policy.Policy, Policies.Guest, StringComparison.Ordinal))
            ? $"/?why={(EndedAccess.Of(Context) is SeatingRefusal.SeatingClosed and var closed ? closed : "scan")}"
            : $"/login?{why}returnUrl={Uri.EscapeDataString(Request.Path + Request.QueryString)}";
    }

    private async Task<IEnumerable<ClaimsIdentity>> ClaimedAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return tokens.Open(header[BearerPrefix.Length..].Trim())?.Principal.Identities ?? [];
        }

        var guest = await Context.AuthenticateAsync(Schemes.Guest);
        var staff = await Context.AuthenticateAsync(Schemes.Staff);
        return new[] { guest, staff }.SelectMany(result => result.Principal?.Identities ?? []);
    }
}
