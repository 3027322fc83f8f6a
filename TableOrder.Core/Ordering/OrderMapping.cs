using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TableOrder.Core.Feed;
using TableOrder.Core.Seating;

namespace TableOrder.Core.Ordering;

internal sealed class OrderRow
{
    public Guid Id { get; init; }
    public int Number { get; init; }
    public DateOnly BusinessDay { get; init; }
    public DateTimeOffset HalfHour { get; init; }
    public int Round { get; init; }
    public Guid SeatingId { get; init; }

    /// <summary>Where the order stands now: a move rewrites it.</summary>
    public Guid TableId { get; init; }
    public required string TableName { get; init; }
    public required string Status { get; init; }
    public int Version { get; init; }
    public Money Total { get; init; }
    public required string Currency { get; init; }
    public DateTimeOffset PlacedAt { get; init; }
    public DateTimeOffset? PrioritizedAt { get; init; }
    public string? Remake { get; init; }
    public DateTimeOffset? PaidAt { get; init; }
    public required string Allergies { get; init; }

    /// <summary>The seating that the sender's guests joined: never rewritten by a move or merge.</summary>
    public Guid RequestSeatingId { get; init; }
    public Guid RequestId { get; init; }
    public required string RequestHash { get; init; }
}

internal sealed class OrderLineRow
{
    public Guid OrderId { get; init; }
    public int Position { get; init; }
    public Guid Id { get; init; }
    public Guid MenuItemId { get; init; }
    public required string Name { get; init; }
    public required string Modifiers { get; init; }
    public int Quantity { get; init; }
    public int CancelledQuantity { get; init; }
    public Money UnitPrice { get; init; }
    public int TaxRate { get; init; }
    public string? Note { get; init; }
    public string? Station { get; init; }
    public int Course { get; init; }
    public required string Status { get; init; }
    public int ChangedVersion { get; init; }
    public DateTimeOffset? FiredAt { get; init; }
    public DateTimeOffset? ReadyAt { get; init; }
    public string? Guest { get; init; }
    public required string Allergens { get; init; }
}

internal sealed class TicketRow
{
    public Guid OrderId { get; init; }
    public required string Station { get; init; }

    /// <summary>Whether the station's screen shows it, kept so that a kitchen's first view is one index look-up however many orders there were.</summary>
    public bool Shown { get; init; }
    public DateTimeOffset? FiredAt { get; init; }
    public DateTimeOffset? ReceivedAt { get; init; }
    public DateTimeOffset? TouchedAt { get; init; }
    public DateTimeOffset? BumpedAt { get; init; }
    public DateTimeOffset? RecalledAt { get; init; }
}

internal sealed class BusinessDayRow
{
    public DateOnly Day { get; init; }
    public int LastNumber { get; init; }
}

internal sealed class OrderMapping
    : IEntityTypeConfiguration<OrderRow>,
        IEntityTypeConfiguration<OrderLineRow>,
        IEntityTypeConfiguration<TicketRow>,
        IEntityTypeConfiguration<BusinessDayRow>
{
    public void Configure(EntityTypeBuilder<OrderRow> builder)
    {
        builder.ToTable("orders").HasKey(o => o.Id);
        builder.HasIndex(o => new { o.BusinessDay, o.Number }).IsUnique().HasDatabaseName("ix_orders_day_number");
        builder.HasIndex(o => new { o.RequestSeatingId, o.RequestId }).IsUnique().HasDatabaseName("ix_orders_request");
        builder
            .HasIndex(o => new
            {
                o.SeatingId,
                o.BusinessDay,
                o.Number,
            })
            .HasDatabaseName("ix_orders_seating");
        builder
            .HasIndex(o => new { o.BusinessDay, o.Number }, "open")
            .HasFilter("status IN ('placed', 'preparing', 'ready')")
            .HasDatabaseName("ix_orders_open");

        // Written when an order is cancelled, never when one is placed: the rare ones of a long history stand together.
        builder.HasIndex(o => new { o.BusinessDay, o.Number }, "cancelled").HasFilter("status = 'cancelled'").HasDatabaseName("ix_orders_cancelled");
        builder
            .HasIndex(o => new
            {
                o.TableId,

                // Always the same: a column more that fits, so that the planner takes this index and not the one of all the table's orders.
                o.Status,
                o.BusinessDay,
                o.Number,
            })
            .HasFilter("status = 'cancelled'")
            .HasDatabaseName("ix_orders_cancelled_table");
        builder
            .HasIndex(o => new
            {
                o.TableId,
                o.BusinessDay,
                o.Number,
            })
            .HasDatabaseName("ix_orders_table");
        builder.HasOne<SeatingRow>().WithMany().HasForeignKey(o => o.SeatingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TableRow>().WithMany().HasForeignKey(o => o.TableId).OnDelete(DeleteBehavior.Restrict);

        // RESTRICT: the log is not erased.
        builder.HasMany<OrderEventRow>().WithOne().HasForeignKey(e => e.OrderId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OrderLineRow> builder)
    {
        builder.ToTable("order_lines").HasKey(l => new { l.OrderId, l.Position });
        builder.HasOne<OrderRow>().WithMany().HasForeignKey(l => l.OrderId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TicketRow> builder)
    {
        builder.ToTable("tickets").HasKey(t => new { t.OrderId, t.Station });

        // By order, not by station: new tickets go to the one page at its end, and an order's stand together.
        builder.HasIndex(t => new { t.OrderId, t.Station }, "shown").HasFilter("shown = 1").HasDatabaseName("ix_tickets_shown");
        builder.HasOne<OrderRow>().WithMany().HasForeignKey(t => t.OrderId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BusinessDayRow> builder) => builder.ToTable("business_days").HasKey(d => d.Day);
}
