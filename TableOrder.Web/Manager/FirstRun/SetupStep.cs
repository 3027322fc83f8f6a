namespace TableOrder.Web.Manager.FirstRun;

/// <summary>What a new owner says, in the order of asking.</summary>
public enum SetupStep
{
    /// <summary>What the restaurant is called, where it is, and in which currency it reckons.</summary>
    House,

    /// <summary>A password and a PIN of the owner's own.</summary>
    Secrets,

    /// <summary>The tables.</summary>
    Tables,

    /// <summary>The first dishes.</summary>
    Menu,

    /// <summary>What to do next.</summary>
    Ready,
}
