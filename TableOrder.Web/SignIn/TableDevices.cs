using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TableOrder.Web.SignIn;

/// <summary>A device that stands on a table.</summary>
/// <param name="Token">The table's token, as its printed code says it: a new one for the table forgets the device.</param>
/// <param name="ByStaff">Staff have put it there; false: it came by the printed code, as any tablet could from afar.</param>
internal sealed record TableDevice(string Token, bool ByStaff);

/// <summary>Knows the tablets on the tables again, between one party and the next, by a sealed cookie of their own. Phones never get one.</summary>
internal sealed class TableDevices(IDataProtectionProvider keys)
{
    private const string Cookie = "to_table";
    private const char Staff = 's';
    private const char Guest = 'g';

    /// <summary>No browser keeps a cookie longer; each party renews it.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);
    private readonly IDataProtector seal = keys.CreateProtector("TableOrder.TableDevice");

    /// <summary>Which table's device asks; null where it is none's.</summary>
    public TableDevice? Of(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } kept)
        {
            return null;
        }

        try
        {
            return seal.Unprotect(kept) is [var by and (Staff or Guest), .. var token] ? new TableDevice(token, by == Staff) : null;
        }
        catch (CryptographicException)
        {
            // Forged, or sealed with keys that are gone: it is nobody's device.
            return null;
        }
    }

    /// <summary>Leaves the cookie on the device.</summary>
    public void Remember(HttpContext context, TableDevice device) =>
        context.Response.Cookies.Append(
            Cookie,
            seal.Protect($"{(device.ByStaff ? Staff : Guest)}{device.Token}"),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = Lifetime,
            }
        );
}
