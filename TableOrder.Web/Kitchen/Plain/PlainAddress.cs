namespace TableOrder.Web.Kitchen.Plain;

/// <summary>Where a plain kitchen page stands: what it shows, and whether it refreshes itself.</summary>
/// <param name="Station">The station's slug; null: all.</param>
/// <param name="Refreshes">False where somebody asked it to hold still, to read or to use a keyboard in peace.</param>
public sealed record PlainAddress(string? Station, bool Refreshes)
{
    /// <summary>The page's path.</summary>
    public const string Path = "/kitchen/plain";

    private const string Off = "off";

    /// <summary>The address that a request asked for.</summary>
    public static PlainAddress Of(HttpRequest request) =>
        new(request.Query["station"] is [{ Length: > 0 } station] ? station : null, request.Query["refresh"] != Off);

    /// <summary>The path with what was asked for, and with the code of a refusal where one is to be told.</summary>
    public string With(string? why) =>
        Path
        + QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["station"] = Station,
                ["refresh"] = Refreshes ? null : Off,
                ["why"] = why,
            }.Where(part => part.Value is not null)
        );

    /// <inheritdoc/>
    public override string ToString() => With(why: null);
}
