using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

internal sealed class PaymentRow
{
    public Guid Id { get; init; }

    /// <summary>Whose bill it stands on: a merge rewrites it.</summary>
    public Guid SeatingId { get; init; }
    public PaymentKind Kind { get; init; }
    public Guid? OfId { get; init; }
    public required string Method { get; init; }
    public Money Amount { get; init; }
    public Money? Tendered { get; init; }
    public PaymentStatus Status { get; init; }
    public required string Lines { get; init; }
    public string? Reason { get; init; }
    public required string Actor { get; init; }
    public required string Device { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>The day the money moved, which need not be the day of any order it pays for.</summary>
    public DateOnly? BusinessDay { get; init; }
    public string? Reference { get; init; }
    public string? Checkout { get; init; }

    /// <summary>The seating in whose name it was sent: never rewritten.</summary>
    public Guid RequestSeatingId { get; init; }
    public Guid RequestId { get; init; }
    public required string RequestHash { get; init; }
}

internal sealed class DiscountRow
{
    public Guid Id { get; init; }
    public Guid SeatingId { get; init; }
    public DiscountKind Kind { get; init; }

    /// <summary>The one that it takes back.</summary>
    public Guid? OfId { get; init; }
    public Money Amount { get; init; }
    public int? Percent { get; init; }
    public required string Reason { get; init; }
    public required string Actor { get; init; }
    public required string Device { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class BillMapping : IEntityTypeConfiguration<PaymentRow>, IEntityTypeConfiguration<DiscountRow>
{
    public void Configure(EntityTypeBuilder<PaymentRow> builder)
    {
        builder.ToTable("payments").HasKey(p => p.Id);
        builder.Property(p => p.Kind).HasConversion(kind => Columns.ToName(kind), name => Columns.FromName<PaymentKind>(name));
        builder.Property(p => p.Status).HasConversion(status => Columns.ToName(status), name => Columns.FromName<PaymentStatus>(name));
        builder.HasOne<SeatingRow>().WithMany().HasForeignKey(p => p.SeatingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.SeatingId).HasDatabaseName("ix_payments_seating");
        builder.HasIndex(p => new { p.RequestSeatingId, p.RequestId }).IsUnique().HasDatabaseName("ix_payments_request");
        builder.HasIndex(p => p.BusinessDay).HasFilter("business_day IS NOT NULL").HasDatabaseName("ix_payments_day");
        builder.HasIndex(p => p.CreatedAt).HasFilter("status = 'pending'").HasDatabaseName("ix_payments_pending");
    }

    public void Configure(EntityTypeBuilder<DiscountRow> builder)
    {
        builder.ToTable("discounts").HasKey(d => d.Id);
        builder.Property(d => d.Kind).HasConversion(kind => Columns.ToName(kind), name => Columns.FromName<DiscountKind>(name));
        builder.HasOne<SeatingRow>().WithMany().HasForeignKey(d => d.SeatingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.SeatingId).HasDatabaseName("ix_discounts_seating");

        // Each is taken back once, held by the database itself.
        builder.HasIndex(d => d.OfId).IsUnique().HasFilter("of_id IS NOT NULL").HasDatabaseName("ix_discounts_of");
    }
}
