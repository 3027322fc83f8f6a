using System.Globalization;
using System.Text;
using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Menu.Files;
using TableOrder.Core.Settings;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Manager.DishFiles;

/// <summary>The menu as a file to keep.</summary>
internal static class MenuFileEndpoints
{
    /// <summary>Where it is found; "csv" or "json" follows.</summary>
    public const string Path = "/manager/menu/export.";

    public static void MapMenuFiles(this IEndpointRouteBuilder app) =>
        app.MapGet($"{Path}{{form:regex(^(csv|json)$)}}", ExportAsync).RequireAuthorization(Policies.Manager).ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        string form,
        HttpContext context,
        MenuEditReader reader,
        SettingsReader settings,
        TimeProvider clock
    )
    {
        var actor = context.User.Caller();
        if (!(await reader.GetAsync(actor)).Succeeded(out var menu, out _))
        {
            return Results.NotFound();
        }

        var house = (await settings.GetAsync(actor)).Value;
        var isTable = string.Equals(form, "csv", StringComparison.Ordinal);
        var text = isTable ? MenuCsv.Write(menu, house) : MenuJson.Write(menu, house);
        var name = string.Create(CultureInfo.InvariantCulture, $"menu-{house.Local(clock.GetUtcNow()):yyyy-MM-dd}.{form}");
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(Encoding.UTF8.GetBytes(text), isTable ? "text/csv; charset=utf-8" : "application/json", name);
    }
}
