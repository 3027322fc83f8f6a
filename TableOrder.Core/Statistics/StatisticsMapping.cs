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
    public Money Payments { get; init; }
    public Money Refunds { get; init; }
}

internal sealed class HalfHourRow
{
    public DateOnly BusinessDay { get; init; }
    public DateTimeOffset HalfHour { get; init; }
    public int Orders { get; init; }
    public Money Sales { get; init; }
}

internal sealed class HalfHourItemRow
{
    public DateOnly BusinessDay { get; init; }
    public DateTimeOffset HalfHour { get; init; }
    public Guid MenuItemId { get; init; }
    public int Quantity { get; init; }
    public Money Sales { get; init; }
}

internal sealed class DayItemRow
{
    public DateOnly BusinessDay { get; init; }
    public Guid MenuItemId { get; init; }
    public int Quantity { get; init; }
    public Money Sales { get; init; }
}

internal sealed class PrepSecondsRow
{
    public DateOnly BusinessDay { get; init; }
    public required string Station { get; init; }
    public int Seconds { get; init; }
    public int Tickets { get; init; }
}

internal sealed class PrepMinutesRow
{
    public DateOnly BusinessDay { get; init; }
    public required string Station { get; init; }
    public int Minute { get; init; }
    public int Tickets { get; init; }
}

internal sealed class StationSpeedRow
{
    public DateOnly BusinessDay { get; init; }
    public DateTimeOffset HalfHour { get; init; }
    public required string Station { get; init; }
    public int Tickets { get; init; }
    public long Seconds { get; init; }
}

internal sealed class DishSpeedRow
{
    public DateOnly BusinessDay { get; init; }
    public Guid MenuItemId { get; init; }
    public int Lines { get; init; }
    public long Seconds { get; init; }
}

internal sealed class CallsRow
{
    public DateOnly BusinessDay { get; init; }
    public required string Kind { get; init; }
    public int Waiting { get; init; }
    public int Confirmed { get; init; }
    public int Ended { get; init; }
    public long Seconds { get; init; }
}

internal sealed class CallSecondsRow
{
    public DateOnly BusinessDay { get; init; }
    public int Seconds { get; init; }
    public int Calls { get; init; }
}

internal sealed class StatisticsMapping
    : IEntityTypeConfiguration<StatisticsDayRow>,
        IEntityTypeConfiguration<HalfHourRow>,
        IEntityTypeConfiguration<HalfHourItemRow>,
        IEntityTypeConfiguration<DayItemRow>,
        IEntityTypeConfiguration<PrepSecondsRow>,
        IEntityTypeConfiguration<PrepMinutesRow>,
        IEntityTypeConfiguration<StationSpeedRow>,
        IEntityTypeConfiguration<DishSpeedRow>,
        IEntityTypeConfiguration<CallsRow>,
        IEntityTypeConfiguration<CallSecondsRow>
{
    public void Configure(EntityTypeBuilder<StatisticsDayRow> builder) => builder.ToTable(Kept.Days.Table).HasKey(d => d.BusinessDay);

    public void Configure(EntityTypeBuilder<HalfHourRow> builder) =>
        builder.ToTable(Kept.HalfHours.Table).HasKey(h => new { h.BusinessDay, h.HalfHour });

    public void Configure(EntityTypeBuilder<HalfHourItemRow> builder) =>
        builder
            .ToTable(Kept.HalfHourItems.Table)
            .HasKey(i => new
            {
                i.BusinessDay,
                i.HalfHour,
                i.MenuItemId,
            });

    public void Configure(EntityTypeBuilder<DayItemRow> builder)
    {
        builder.ToTable(Kept.DayItems.Table).HasKey(i => new { i.BusinessDay, i.MenuItemId });

        // On which days a dish was sold: whoever looks for its orders looks at those days alone.
        builder.HasIndex(i => new { i.MenuItemId, i.BusinessDay }).HasDatabaseName("ix_statistics_day_items_item");
    }

    public void Configure(EntityTypeBuilder<PrepSecondsRow> builder) =>
        builder
            .ToTable(Kept.PrepSeconds.Table)
            .HasKey(p => new
            {
                p.BusinessDay,
                p.Station,
                p.Seconds,
            });

    public void Configure(EntityTypeBuilder<PrepMinutesRow> builder) =>
        builder
            .ToTable(Kept.PrepMinutes.Table)
            .HasKey(p => new
            {
                p.BusinessDay,
                p.Station,
                p.Minute,
            });

    public void Configure(EntityTypeBuilder<StationSpeedRow> builder) =>
        builder
            .ToTable(Kept.StationSpeed.Table)
            .HasKey(s => new
            {
                s.BusinessDay,
                s.HalfHour,
                s.Station,
            });

    public void Configure(EntityTypeBuilder<DishSpeedRow> builder) =>
        builder.ToTable(Kept.DishSpeed.Table).HasKey(d => new { d.BusinessDay, d.MenuItemId });

    public void Configure(EntityTypeBuilder<CallsRow> builder) => builder.ToTable(Kept.Calls.Table).HasKey(c => new { c.BusinessDay, c.Kind });

    public void Configure(EntityTypeBuilder<CallSecondsRow> builder) =>
        builder.ToTable(Kept.CallSeconds.Table).HasKey(c => new { c.BusinessDay, c.Seconds });
}
