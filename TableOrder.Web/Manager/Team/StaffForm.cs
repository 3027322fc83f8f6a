using TableOrder.Core.Access;

namespace TableOrder.Web.Manager.Team;

/// <summary>What somebody typed of an account.</summary>
public sealed record StaffForm(string Name, Role Role, string Secret)
{
    /// <summary>What of it differs from what was painted: nothing else is sent, so that nobody undoes what another manager did meanwhile.</summary>
    public ChangeStaff ChangeOf(StaffView painted) =>
        new(painted.Id)
        {
            Name = string.Equals(Name.Trim(), painted.Name, StringComparison.Ordinal) ? null : Name,
            Role = Role == painted.Role ? null : Role,
            Secret = Secret.Length == 0 ? null : Secret,
        };
}
