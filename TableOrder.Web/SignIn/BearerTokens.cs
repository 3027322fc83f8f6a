using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using TableOrder.Core.Access;

namespace TableOrder.Web.SignIn;

/// <summary>Tokens for the API: sealed with the keys beside the database, so that nobody can make one and a restart forgets none.</summary>
internal sealed class BearerTokens(IDataProtectionProvider keys, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(16);
    private const int MostKept = 10_000;
    private readonly MemoryCache opened = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private readonly TicketDataFormat format = new(keys.CreateProtector("TableOrder.Bearer"));

    public (string Token, DateTimeOffset ExpiresAt) Issue(Actor actor)
    {
        var expires = clock.GetUtcNow() + Lifetime;
        var ticket = new AuthenticationTicket(ActorClaims.Principal(actor), new AuthenticationProperties { ExpiresUtc = expires }, Schemes.Any);
        return (format.Protect(ticket), expires);
    }

    /// <summary>Who a token was issued to; null where it is forged, malformed or expired. Unsealing costs more than an order does, so it is done once for each token.</summary>
    public AuthenticationTicket? Open(string token)
    {
        if (!opened.TryGetValue(token, out AuthenticationTicket? ticket))
        {
            ticket = format.Unprotect(token);
            if (ticket?.Properties.ExpiresUtc is { } expires)
            {
                opened.Set(token, ticket, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = expires });
            }
        }

        return ticket?.Properties.ExpiresUtc > clock.GetUtcNow() ? ticket : null;
    }

    public void Dispose() => opened.Dispose();
}
