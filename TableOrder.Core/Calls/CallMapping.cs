using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Calls;

internal sealed class CallRow
{
    public Guid Id { get; init; }

    /// <summary>Whose it is: a merge rewrites it.</summary>
    public Guid SeatingId { get; init; }
    public CallKind Kind { get; init; }
    public string? Note { get; init; }
    public CallState State { get; init; }

    /// <summary>The business day it counts for.</summary>
    public DateOnly BusinessDay { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Who called, as the event log would tell.</summary>
    public required string Actor { get; init; }
    public required string Device { get; init; }

    /// <summary>Who confirmed it; null where nobody has.</summary>
    public string? AnsweredBy { get; init; }
}

internal sealed class CallMapping : IEntityTypeConfiguration<CallRow>
{
    public void Configure(EntityTypeBuilder<CallRow> builder)
    {
        builder.ToTable("calls").HasKey(c => c.Id);
        builder.Property(c => c.Kind).HasConversion(kind => Columns.ToName(kind), name => Columns.FromName<CallKind>(name));
        builder.Property(c => c.State).HasConversion(state => Columns.ToName(state), name => Columns.FromName<CallState>(name));
        builder.HasOne<SeatingRow>().WithMany().HasForeignKey(c => c.SeatingId).OnDelete(DeleteBehavior.Restrict);

        // One open call of a kind, held by the database itself; and what waits is found however many calls there were.
        builder.HasIndex(c => new { c.SeatingId, c.Kind }).IsUnique().HasFilter("state = 'waiting'").HasDatabaseName("ix_calls_waiting");
        builder.HasIndex(c => c.SeatingId).HasDatabaseName("ix_calls_seating");
        builder.HasIndex(c => c.BusinessDay).HasDatabaseName("ix_calls_day");
    }
}
