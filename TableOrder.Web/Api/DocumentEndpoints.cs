using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace TableOrder.Web.Api;

/// <summary>The API's description for programs, and a page to read it.</summary>
internal static class DocumentEndpoints
{
    private const string Document = "/api/v1/openapi.json";
    private const string Bearer = "bearer";

    public static IServiceCollection AddDocuments(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
                options.CreateSchemaReferenceId = type =>
                    OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace("Body", "", StringComparison.Ordinal);
                options.AddDocumentTransformer(Introduce);
                options.AddOperationTransformer(AddCaller);
            }
        );

    public static void MapDocuments(this WebApplication app)
    {
        app.MapOpenApi(Document).AllowAnonymous();
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "api/v1/docs";
            page.DocumentTitle = "TableOrder API";
            page.SwaggerEndpoint(Document, "TableOrder API v1");
        });
    }

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "TableOrder API",
            Version = "v1",
            Description =
                "Money is an integer in the currency's minor unit, times are ISO 8601 UTC, names come in the language of Accept-Language. "
                + "Errors are RFC 9457 problem documents with a stable code.",
        };

        // The address is the reader's own: behind a proxy, the one this app listens on is of no use to them.
        document.Servers = [new OpenApiServer { Url = "/" }];
        (document.Components ??= new OpenApiComponents()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = Bearer,
                Description = "The token of POST /api/v1/sessions (staff) or POST /api/v1/tables/{tableToken}/seating (guests).",
            },
        };
        return Task.CompletedTask;
    }

    private static Task AddCaller(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (Described.WantsCaller(context.Description.ActionDescriptor.EndpointMetadata))
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        }

        return Task.CompletedTask;
    }
}
