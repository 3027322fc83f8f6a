using TableOrder.Core.Access;

namespace TableOrder.Web.SignIn;

/// <summary>Where somebody's work is.</summary>
internal static class StaffHome
{
    public static string Of(Role role) =>
        role switch
        {
            Role.Manager => "/manager",
            Role.Floor => "/floor",
            _ => "/kitchen",
        };
}
