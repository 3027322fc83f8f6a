using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TableOrder.Web.Api;

/// <summary>The HTTP API under /api/v1, its documents, and health.</summary>
internal static class ApiEndpoints
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => Strict(options.SerializerOptions));

        // A body that cannot be read is told by ApiErrors with the field that is wrong; without this it would be a bare 400.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton<StreamHub>();
        services.AddHostedService(s => s.GetRequiredService<StreamHub>());
        return services.AddDocuments();
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapHealth();
        app.MapDocuments();
        var api = app.MapGroup("/api/v1").AddEndpointFilter(CookieWrites.CheckAsync);
        api.MapSessions();
        api.MapTables();
        api.MapSeatings();
        api.MapMoves();
        api.MapAllergies();
        api.MapMenu();
        api.MapPhotos();
        api.MapOrders();
        api.MapOrderSteps();
        api.MapStream();
        api.MapBills();
        api.MapPayments();
        api.MapCalls();
        api.MapStatistics();
        app.MapWebhooks();
    }

    /// <summary>What a caller sends is taken at its word: no numbers in strings, no nulls where none may be, nothing required left out.</summary>
    private static void Strict(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.AllowDuplicateProperties = false;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));

        // Korean stays readable; the answers are JSON, never parts of a page.
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
