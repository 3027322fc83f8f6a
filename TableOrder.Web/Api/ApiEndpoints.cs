namespace TableOrder.Web.Api;

/// <summary>The HTTP API under /api/v1, health and its own documents.</summary>
internal static class ApiEndpoints
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddHealthChecks();
        return services;
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapHealthChecks("/health/live").AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
