namespace TableOrder.Core.Access;

/// <summary>An account as the manager sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it signs in with.</param>
/// <param name="Role">What it may do.</param>
/// <param name="DisabledAt">Since when it cannot be used; null: it can.</param>
/// <param name="LastSignInAt">When somebody last signed in as it; null: never.</param>
/// <param name="LiveSignIns">How many of its sign-ins have not ended.</param>
public sealed record StaffView(Guid Id, string Name, Role Role, DateTimeOffset? DisabledAt, DateTimeOffset? LastSignInAt, int LiveSignIns)
{
    /// <summary>When a person chose its secret; null: it has the one that was generated at the first start.</summary>
    public DateTimeOffset? SecretSetAt { get; init; }

    /// <summary>Those sign-ins, the newest first; of very many only the newest.</summary>
    public IReadOnlyList<SignInView> SignIns { get; init; } = [];
}

/// <summary>A sign-in that has not ended.</summary>
/// <param name="StaffId">Whose.</param>
/// <param name="Id">Its id.</param>
/// <param name="Device">From where.</param>
/// <param name="StartedAt">Since when.</param>
/// <param name="LastSeenAt">When it was last used; null: not since the app's start.</param>
public sealed record SignInView(Guid StaffId, Guid Id, string Device, DateTimeOffset StartedAt, DateTimeOffset? LastSeenAt);

/// <summary>How a device stands.</summary>
public enum DeviceState
{
    /// <summary>Its link can be used.</summary>
    Waiting,

    /// <summary>Its link was not used in time.</summary>
    Expired,

    /// <summary>It is signed in.</summary>
    SignedIn,

    /// <summary>It was, and somebody signed it out: it needs a new link.</summary>
    SignedOut,
}

/// <summary>A device of the house as the manager sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">How the house calls it.</param>
/// <param name="StaffId">The account that it works as.</param>
/// <param name="StaffName">That account's name.</param>
/// <param name="Role">That account's role.</param>
/// <param name="State">How it stands now.</param>
/// <param name="LinkUntil">Until when its link can be used, or could.</param>
/// <param name="SignedInAt">Since when it is signed in; null: it is not.</param>
/// <param name="LastSeenAt">When it was last seen; null: not since the app's start.</param>
public sealed record DeviceView(
    Guid Id,
    string Name,
    Guid StaffId,
    string StaffName,
    Role Role,
    DeviceState State,
    DateTimeOffset LinkUntil,
    DateTimeOffset? SignedInAt,
    DateTimeOffset? LastSeenAt
);

/// <summary>A link that signs a device in, once.</summary>
/// <param name="DeviceId">Which device.</param>
/// <param name="Code">The secret part of the link: it is told this one time, and never kept.</param>
/// <param name="Until">When it ends.</param>
public sealed record DeviceLink(Guid DeviceId, string Code, DateTimeOffset Until)
{
    /// <summary>Without the code.</summary>
    public override string ToString() => $"{nameof(DeviceLink)} {DeviceId} {Until}";
}

/// <summary>What a link offers to the device that opened it.</summary>
/// <param name="Device">How the house calls the device.</param>
/// <param name="StaffName">The account that it would work as.</param>
/// <param name="Role">That account's role.</param>
public sealed record DeviceOffer(string Device, string StaffName, Role Role);
