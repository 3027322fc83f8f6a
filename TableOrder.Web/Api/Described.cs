using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;

namespace TableOrder.Web.Api;

/// <summary>What the OpenAPI document says of an endpoint beyond its types.</summary>
internal static class Described
{
    /// <summary>A title for lists, a sentence for readers, and the problems it may answer with.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string summary, string description, params int[] problems)
    {
        endpoint.WithSummary(summary).WithDescription(description);
        endpoint.Add(built =>
        {
            int[] callers = WantsCaller(built.Metadata) ? [StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden] : [];
            int[] bodies = built.Metadata.OfType<IAcceptsMetadata>().Any()
                ? [StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType]
                : [];
            foreach (var status in callers.Concat(problems).Concat(bodies))
            {
                built.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(Problem), [ProblemResult.ContentType]));
            }
        });
        return endpoint;
    }

    /// <summary>Whether somebody must say who they are.</summary>
    public static bool WantsCaller(IEnumerable<object> metadata) => metadata.OfType<IAuthorizeData>().Any();
}
