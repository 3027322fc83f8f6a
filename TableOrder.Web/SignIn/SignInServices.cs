using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using TableOrder.Core.Access;

namespace TableOrder.Web.SignIn;

internal static class SignInServices
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>A device of the house: no browser keeps a cookie longer, and each visit renews it.</summary>
    private static readonly TimeSpan DeviceLifetime = TimeSpan.FromDays(400);

    public static IServiceCollection AddSignIn(this IServiceCollection services, string keyFolder)
    {
        // Beside the database, so that a restart logs nobody out and a backup of the folder has everything.
        services.AddDataProtection().SetApplicationName("TableOrder").PersistKeysToFileSystem(new DirectoryInfo(keyFolder));
        services.AddSingleton<BearerTokens>();
        services.AddSingleton<TableDevices>();
        services
            .AddAuthentication(Schemes.Any)
            .AddScheme<AuthenticationSchemeOptions, AnyHandler>(Schemes.Any, null)
            .AddCookie(Schemes.Guest, options => Cookie(options, "to_guest"))
            .AddCookie(Schemes.Staff, options => Cookie(options, "to_staff"));
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Policies.Guest, policy => Roles(policy, Role.Guest))
            .AddPolicy(Policies.Kitchen, policy => Roles(policy, Role.Kitchen, Role.Floor, Role.Manager))
            .AddPolicy(Policies.Floor, policy => Roles(policy, Role.Floor, Role.Manager))
            .AddPolicy(Policies.Manager, policy => Roles(policy, Role.Manager))
            .AddPolicy(Policies.Known, policy => policy.RequireAuthenticatedUser());
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery();
        return services;
    }

    /// <summary>Leaves the cookie in the browser: a guest's or a staff member's, by their role.</summary>
    public static Task RememberAsync(this HttpContext context, Actor actor) =>
        context.SignInAsync(
            actor.Role == Role.Guest ? Schemes.Guest : Schemes.Staff,
            ActorClaims.Principal(actor),
            new AuthenticationProperties { IsPersistent = true }
        );

    /// <summary>Leaves the cookie on a device that stays signed in until the manager revokes it.</summary>
    public static Task RememberDeviceAsync(this HttpContext context, Actor actor, TimeProvider clock) =>
        context.SignInAsync(
            Schemes.Staff,
            ActorClaims.Principal(actor),
            new AuthenticationProperties { IsPersistent = true, ExpiresUtc = clock.GetUtcNow() + DeviceLifetime }
        );

    private static void Cookie(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;

        // A restaurant's tablets speak plain http on the LAN; a Secure cookie would be dropped there.
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
    }

    private static void Roles(Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder policy, params Role[] roles) =>
        policy.RequireClaim(ClaimTypes.Role, roles.Select(ActorClaims.RoleName));
}
