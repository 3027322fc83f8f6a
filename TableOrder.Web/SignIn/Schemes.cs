namespace TableOrder.Web.SignIn;

/// <summary>How somebody proves who they are. Guests and staff are two cookies, so that /demo can show both side by side in one browser.</summary>
internal static class Schemes
{
    public const string Guest = "guest";
    public const string Staff = "staff";

    /// <summary>The default: a bearer token, or both cookies together.</summary>
    public const string Any = "any";
}

/// <summary>Who may come in, by page and endpoint. Core's Rights decide again at every door.</summary>
internal static class Policies
{
    public const string Guest = "guest";
    public const string Kitchen = "kitchen";
    public const string Floor = "floor";
    public const string Manager = "manager";

    /// <summary>Anybody who has proved who they are.</summary>
    public const string Known = "known";
}
