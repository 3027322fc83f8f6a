using System.Globalization;
using System.Security.Claims;
using System.Text;
using TableOrder.Core.Seating;
using TableOrder.Web.Guest;
using TableOrder.Web.SignIn;
using TableOrder.Web.Start;

namespace TableOrder.Web.Manager.Room;

/// <summary>A table's code as a file, for a printer's own design.</summary>
internal static class QrFiles
{
    public static void MapTableCodes(this IEndpointRouteBuilder app) =>
        app.MapGet("/manager/tables/{id:guid}/code.svg", AnswerAsync).RequireAuthorization(Policies.Manager).ExcludeFromDescription();

    /// <summary>Where a table's file is.</summary>
    public static string Path(Guid table) => $"/manager/tables/{table}/code.svg";

    /// <summary>The code of a text as an SVG document, with its quiet zone.</summary>
    public static string Svg(string text)
    {
        var picture = QrPicture.Of(text);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {picture.Size} {picture.Size}" width="60mm" height="60mm" shape-rendering="crispEdges">
            <path fill="#fff" d="M0 0h{picture.Size}v{picture.Size}h-{picture.Size}z"/><path fill="#000" d="{picture.Path}"/>
            </svg>
            """
        );
    }

    private static async Task<IResult> AnswerAsync(Guid id, HttpRequest request, ClaimsPrincipal user, SeatingReader seatings, Setup setup)
    {
        var read = await seatings.TablesAsync(user.Caller());
        if (!read.Succeeded(out var tables, out _) || tables.FirstOrDefault(one => one.Id == id) is not { Token: { } token } table)
        {
            return Results.NotFound();
        }

        // It is the table's secret, and another one tomorrow.
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var svg = Encoding.UTF8.GetBytes(Svg(TableLinks.Of(setup.HomeOf(request), token)));
        return Results.File(svg, "image/svg+xml", $"table-{table.Name}.svg");
    }
}
