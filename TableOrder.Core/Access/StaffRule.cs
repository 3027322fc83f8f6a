namespace TableOrder.Core.Access;

/// <summary>What of a change an account itself refuses. Pure.</summary>
internal static class StaffRule
{
    /// <summary>Why the account may not have this secret, or not this role without another one; null where all is well.</summary>
    public static Refusal? Refuse(StaffAccount account, ChangeStaff change, string? name)
    {
        var role = change.Role ?? account.Role;
        if (change.Secret is { } secret)
        {
            return SecretRule.Refuse(role, name ?? account.Name, secret);
        }

        // Nobody can tell a PIN from a password by its hash.
        return role == Role.Manager && account.Role != Role.Manager
            ? Refusal.Bad("secret", $"A manager needs a password: send a new one of at least {SecretRule.ShortestPassword} characters with the role.")
            : null;
    }
}
