using Microsoft.Extensions.Localization;
using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Manager.Sales;

/// <summary>A period's tables as files: GET /manager/sales/export, for managers, with the page's own question.</summary>
internal static class SalesExport
{
    public static void MapSalesExport(this IEndpointRouteBuilder app) =>
        app.MapGet($"{SalesAddress.Path}/export", GetAsync).RequireAuthorization(Policies.Manager).ExcludeFromDescription();

    private static async Task<IResult> GetAsync(
        HttpContext context,
        string? table,
        [AsParameters] SalesAddress asked,
        SettingsReader settings,
        StatisticsReader statistics,
        MenuReader menus,
        TimeProvider clock,
        IStringLocalizer<SalesTexts> texts
    )
    {
        var actor = context.User.Caller();
        var house = (await settings.GetAsync(actor)).Value;
        if (!Enum.TryParse<SalesTable>(table, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted))
        {
            return Results.NotFound();
        }

        // The page says in words what is wrong with the days.
        if (!asked.Read(house.BusinessDay(clock.GetUtcNow())).Succeeded(out var period, out _))
        {
            return Results.LocalRedirect($"{SalesAddress.Path}{context.Request.QueryString}");
        }

        var read = await ReadAsync(new SalesTables(texts, house), wanted);
        if (!read.Succeeded(out var file, out _))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        var (from, to) = (SalesAddress.Write(period.Days.From), SalesAddress.Write(period.Days.To));
        return Results.File(
            file,
            "text/csv; charset=utf-8",
            $"sales-{wanted.ToString().ToLowerInvariant()}-{from}{(period.Days.Count == 1 ? "" : $"_{to}")}.csv"
        );

        async Task<Outcome<byte[]>> ReadAsync(SalesTables tables, SalesTable which)
        {
            if (which == SalesTable.HalfHours)
            {
                return (await statistics.HalfHoursAsync(actor, period)).Then<byte[]>(halfHours => tables.HalfHours(halfHours));
            }

            var stations = (await menus.GetAsync(actor)).Then<IReadOnlyList<Station>>(view => view.Menu.Stations.ToList());
            return (await statistics.SalesAsync(actor, period)).Then<byte[]>(sales =>
                which switch
                {
                    SalesTable.Days => tables.Days(sales),
                    SalesTable.Items => tables.Items(sales.Items),
                    _ => tables.Stations(sales.Stations, stations.Value),
                }
            );
        }
    }
}
