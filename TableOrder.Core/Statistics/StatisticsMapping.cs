using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TableOrder.Core.Statistics;

internal sealed class StatisticsDayRow
{
    public DateOnly BusinessDay { get; init; }
    public int Placed { get; init; }
    public int Preparing { get; init; }
    public int Ready { get; init; }
    public int Served { get; init; }
    public int Cancelled { get; init; }
    public Money Sales { get; init; }
}

internal sealed class StatisticsMapping : IEntityTypeConfiguration<StatisticsDayRow>
{
    public void Configure(EntityTypeBuilder<StatisticsDayRow> builder) => builder.ToTable("statistics_days").HasKey(d => d.BusinessDay);
}
