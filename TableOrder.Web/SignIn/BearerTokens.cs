using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using TableOrder.Core.Access;

namespace TableOrder.Web.SignIn;

/// <summary>Tokens for the API: sealed with the keys beside the database, so that nobody can make one and a restart forgets none.</summary>
internal sealed class BearerTokens(IDataProtectionProvider keys, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(16);
    private readonly TicketDataFormat format = new(keys.CreateProtector("TableOrder.Bearer"));

    public (string Token, DateTimeOffset ExpiresAt) Issue(Actor actor)
    {
        var expires = clock.GetUtcNow() + Lifetime;
        var ticket = new AuthenticationTicket(ActorClaims.Principal(actor), new AuthenticationProperties { ExpiresUtc = expires }, Schemes.Any);
        return (format.Protect(ticket), expires);
    }

    /// <summary>Who a token was issued to; null where it is forged, malformed or expired.</summary>
    public AuthenticationTicket? Open(string token) =>
        format.Unprotect(token) is { } ticket && ticket.Properties.ExpiresUtc > clock.GetUtcNow() ? ticket : null;
}
