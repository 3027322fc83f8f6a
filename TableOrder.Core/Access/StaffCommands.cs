namespace TableOrder.Core.Access;

/// <summary>Makes an account.</summary>
/// <param name="Name">What it signs in with, at most <see cref="StaffDesk.LongestName"/> characters.</param>
/// <param name="Role">Kitchen, floor or manager.</param>
/// <param name="Secret">Its password or PIN, see <see cref="SecretRule"/>.</param>
public sealed record AddStaff(string Name, Role Role, string Secret)
{
    /// <summary>Without the secret: a record's own text would tell it to whatever log prints one.</summary>
    public override string ToString() => $"{nameof(AddStaff)} {Name} {Role}";
}

/// <summary>Changes an account: only what is given, so that of two managers at once each keeps what the other did not touch.</summary>
/// <param name="Id">Which account.</param>
public sealed record ChangeStaff(Guid Id)
{
    /// <summary>Another name.</summary>
    public string? Name { get; init; }

    /// <summary>Another role. To become a manager a new secret is needed: the old one may be a PIN.</summary>
    public Role? Role { get; init; }

    /// <summary>Another password or PIN.</summary>
    public string? Secret { get; init; }

    /// <summary>True: it can be used no more; false: again.</summary>
    public bool? Disabled { get; init; }

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{nameof(ChangeStaff)} {Id} {Name} {Role} {Disabled}";
}

/// <summary>Invites a device to stay signed in.</summary>
/// <param name="Name">How the house calls it: "Grill tablet".</param>
/// <param name="StaffId">The account that it works as: kitchen's or floor's.</param>
public sealed record AddDevice(string Name, Guid StaffId);
