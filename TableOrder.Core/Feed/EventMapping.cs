using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TableOrder.Core.Feed;

internal sealed class OrderEventRow
{
    public long Sequence { get; init; }
    public Guid Id { get; init; }
    public Guid OrderId { get; init; }
    public int OrderVersion { get; init; }
    public required string EventType { get; init; }
    public Guid SeatingId { get; init; }
    public Guid? FromSeatingId { get; init; }
    public required string Stations { get; init; }
    public required string Actor { get; init; }
    public required string Device { get; init; }
    public required string Detail { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class EventMapping : IEntityTypeConfiguration<OrderEventRow>
{
    public void Configure(EntityTypeBuilder<OrderEventRow> builder)
    {
        builder.ToTable("order_events").HasKey(e => e.Sequence);
        builder.HasIndex(e => new { e.OrderId, e.OrderVersion }).IsUnique().HasDatabaseName("ix_order_events_version");

        // What a member of staff did: what guests do, most of the log, is not in it.
        builder.HasIndex(e => new { e.Actor, e.Sequence }).HasFilter(EventSql.ByStaff).HasDatabaseName("ix_order_events_staff");
    }
}
