using System.Security.Claims;
using TableOrder.Core.Access;

namespace TableOrder.Web.SignIn;

/// <summary>An actor as claims, and back.</summary>
internal static class ActorClaims
{
    private const string Seating = "seating";
    private const string SignIn = "session";
    private const string Device = "device";

    public static ClaimsPrincipal Principal(Actor actor) => new(Identity(actor));

    public static ClaimsIdentity Identity(Actor actor)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, actor.Id.ToString()),
                new Claim(ClaimTypes.Name, actor.Name),
                new Claim(ClaimTypes.Role, RoleName(actor.Role)),
                new Claim(Device, actor.Device),
            ],
            actor.Role == Role.Guest ? Schemes.Guest : Schemes.Staff
        );
        Add(identity, Seating, actor.SeatingId?.ToString());
        Add(identity, SignIn, actor.SessionId?.ToString());
        return identity;
    }

    /// <summary>The role as CONTRACT.md names it.</summary>
    public static string RoleName(Role role) => role.ToString().ToLowerInvariant();

    /// <summary>The guest among the identities of a request; null where there is none.</summary>
    public static Actor? Guest(this ClaimsPrincipal principal) => principal.Actors().FirstOrDefault(actor => actor.Role == Role.Guest);

    /// <summary>The member of staff among the identities of a request; null where there is none.</summary>
    public static Actor? Staff(this ClaimsPrincipal principal) => principal.Actors().FirstOrDefault(actor => actor.IsStaff);

    /// <summary>Who asks: staff before guest, where a browser is both.</summary>
    public static Actor Caller(this ClaimsPrincipal principal) => principal.Staff() ?? principal.Guest() ?? Actor.Nobody;

    public static Actor? Read(ClaimsIdentity identity)
    {
        if (
            !identity.IsAuthenticated
            || !Enum.TryParse<Role>(identity.FindFirst(ClaimTypes.Role)?.Value, ignoreCase: true, out var role)
            || !Guid.TryParse(identity.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var id)
        )
        {
            return null;
        }

        var actor = new Actor(role, id, identity.FindFirst(ClaimTypes.Name)?.Value ?? "", identity.FindFirst(Device)?.Value ?? "");
        return actor with
        {
            SeatingId = Guid.TryParse(identity.FindFirst(Seating)?.Value, out var seating) ? seating : null,
            SessionId = Guid.TryParse(identity.FindFirst(SignIn)?.Value, out var signIn) ? signIn : null,
        };
    }

    private static IEnumerable<Actor> Actors(this ClaimsPrincipal principal) => principal.Identities.Select(Read).OfType<Actor>();

    private static void Add(ClaimsIdentity identity, string type, string? value)
    {
        if (value is not null)
        {
            identity.AddClaim(new Claim(type, value));
        }
    }
}
