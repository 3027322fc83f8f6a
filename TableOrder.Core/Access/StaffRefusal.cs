namespace TableOrder.Core.Access;

/// <summary>The codes of what a change of accounts and devices can run into.</summary>
public static class StaffRefusal
{
    /// <summary>Another account, or another device, is called that already, whatever the case of its letters.</summary>
    public const string NameTaken = "name_taken";

    /// <summary>A secret that everybody tries first.</summary>
    public const string WeakSecret = "weak_secret";

    /// <summary>Nobody would be left who can manage the restaurant.</summary>
    public const string LastManager = "last_manager";

    /// <summary>Nobody disables themselves.</summary>
    public const string OwnAccount = "own_account";

    /// <summary>A device is never signed in as a manager.</summary>
    public const string DeviceForManager = "device_for_manager";

    /// <summary>The account is disabled: nobody can be signed in as it.</summary>
    public const string AccountDisabled = "account_disabled";

    /// <summary>No device waits for this link: it was used, replaced, revoked or mistyped.</summary>
    public const string UnknownLink = "unknown_link";

    /// <summary>The link was not used in time.</summary>
    public const string LinkExpired = "link_expired";
}
