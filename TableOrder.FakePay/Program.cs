using System.Text.Json;
using TableOrder.FakePay;

// A payment provider that pretends: for trying out and testing what docs/payments.md tells. No money moves, no card is asked for, and nothing is kept when it ends.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var options = FakeOptions.Of(builder.Configuration);
builder.WebHost.UseUrls(builder.Configuration["Urls"] ?? "http://localhost:5090");
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
builder.Services.ConfigureHttpJsonOptions(json =>
{
    json.SerializerOptions.RespectRequiredConstructorParameters = true;
    json.SerializerOptions.RespectNullableAnnotations = true;
    json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
});
builder.Services.AddSingleton(options);
builder.Services.AddSingleton<FakeBook>();
builder.Services.AddSingleton<FakeFaults>();
builder.Services.AddSingleton<FakeWebhooks>();

var app = builder.Build();
app.UseWhen(context => context.Request.Path.StartsWithSegments("/payments", StringComparison.Ordinal), api => api.Use(FakeFaults.ApplyAsync));
app.MapPayments();
app.MapCheckout();
app.MapKnobs();
app.Lifetime.ApplicationStarted.Register(() =>
    Console.WriteLine(
        $"""

          FakePay pretends to be a payment provider. Start the app beside it with
            dotnet run --project TableOrder.Web -- --Payments:Url={app.Urls.First()} --Payments:Key={options.Key} --Payments:Secret={options.Secret}

        """
    )
);
await app.RunAsync();
