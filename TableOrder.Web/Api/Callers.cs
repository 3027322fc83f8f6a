using System.Security.Claims;
using TableOrder.Core.Access;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Api;

/// <summary>Who calls.</summary>
internal static class Callers
{
    /// <summary>As the event log shall tell.</summary>
    public const string Device = "api";

    /// <summary>The caller, as one who came by the API.</summary>
    public static Actor ByApi(this ClaimsPrincipal user) => user.Caller() with { Device = Device };
}
