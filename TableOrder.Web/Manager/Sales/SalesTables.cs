using System.Globalization;
using Microsoft.Extensions.Localization;
using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager.Sales;

/// <summary>The tables of a period, as they are taken away: every figure as a plain number, amounts in the currency's major unit.</summary>
internal sealed class SalesTables(IStringLocalizer<SalesTexts> texts, RestaurantSettings house)
{
    /// <summary>A row for each business day of which anything is kept.</summary>
    public byte[] Days(SalesFigures sales) =>
        SalesCsv.Write(
            Head("CsvDay", "Orders", "Cancelled", "SalesOf", "Average", "Payments", "Refunds"),
            sales
                .Days.Where(day => sales.Period.Days.Holds(day.Key))
                .OrderBy(day => day.Key)
                .Select(
                    IReadOnlyList<object?> (day) =>
                    {
                        var trade = Trade.Of(day.Value);
                        return
                        [
                            SalesAddress.Write(day.Key),
                            trade.Orders,
                            day.Value.Cancelled,
                            Amount(trade.Sales),
                            trade.Average is { } average ? Amount(average) : null,
                            Amount(day.Value.Payments),
                            Amount(day.Value.Refunds),
                        ];
                    }
                )
        );

    /// <summary>A row for each half hour; the hour that a clock change repeats is two, which UTC tells apart.</summary>
    public byte[] HalfHours(IReadOnlyList<DayHalfHour> halfHours) =>
        SalesCsv.Write(
            Head("CsvDay", "CsvStart", "CsvStartUtc", "Orders", "SalesOf"),
            halfHours.Select(
                IReadOnlyList<object?> (half) =>
                    [
                        SalesAddress.Write(half.Day),
                        house.Local(half.Start).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                        half.Start.UtcDateTime.ToString("yyyy-MM-ddTHH:mm'Z'", CultureInfo.InvariantCulture),
                        half.Trade.Orders,
                        Amount(half.Trade.Sales),
                    ]
            )
        );

    /// <summary>A row for each dish that was sold.</summary>
    public byte[] Items(IReadOnlyList<ItemFigures> items) =>
        SalesCsv.Write(
            Head("Dish", "Quantity", "SalesOf"),
            items.Select(IReadOnlyList<object?> (item) => [item.Name.Here(), item.Quantity, Amount(item.Sales)])
        );

    /// <summary>A row for each station, times in seconds.</summary>
    public byte[] Stations(IReadOnlyList<StationPace> paces, IReadOnlyList<Station> stations) =>
        SalesCsv.Write(
            Head("Station", "CsvMedian", "CsvMedianBefore", "CsvWarn", "CsvLate"),
            paces.Select(
                IReadOnlyList<object?> (pace) =>
                {
                    var known = stations.FirstOrDefault(station => string.Equals(station.Slug, pace.Station, StringComparison.Ordinal));
                    return
                    [
                        known?.Name.Here() ?? pace.Station,
                        Seconds(pace.Median),
                        Seconds(pace.Before),
                        Seconds(known?.WarnAfter),
                        Seconds(known?.LateAfter),
                    ];
                }
            )
        );

    private static long? Seconds(TimeSpan? time) => time is { } some ? (long)some.TotalSeconds : null;

    private string[] Head(params string[] names) =>
        [
            .. names.Select(name =>
                name is "SalesOf" or "Average" or "Payments" or "Refunds" ? texts["CsvAmount", texts[name], house.Currency] : texts[name]
            ),
        ];

    private decimal Amount(Money amount) => amount.Major(house.Currency);
}
