using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

internal sealed class TableRow
{
    public Guid Id { get; init; }
    public required string Name { get; set; }
    public required LocalText Area { get; set; }
    public int Seats { get; set; }
    public required string Token { get; set; }
    public int Position { get; set; }
    public bool Closed { get; set; }

    /// <summary>Takeaway: several parties at once, each with a seating of its own.</summary>
    public bool Counter { get; set; }

    /// <summary>Where it stands on its area's plan, in cells from the left and the top; null where nobody has placed it.</summary>
    public int? PlanX { get; set; }

    /// <inheritdoc cref="PlanX"/>
    public int? PlanY { get; set; }

    /// <summary>Taken away: of the past it is remembered, in the room it is not.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }
}

internal sealed class SeatingRow
{
    public Guid Id { get; init; }
    public Guid TableId { get; set; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
    public int Party { get; set; }
    public int LastRound { get; set; }
    public Money Total { get; set; }
    public required IReadOnlyList<string> Allergies { get; set; }

    /// <summary>The seating that this one became a part of: whoever names this one means that one. Never itself merged: a merge turns older pointers on.</summary>
    public Guid? MergedInto { get; set; }

    /// <summary>Whether others were merged into it: only then are the keys of their requests looked up, too.</summary>
    public bool HasMerged { get; set; }

    /// <summary>It stands at a counter, beside others.</summary>
    public bool AtCounter { get; set; }

    /// <summary>Rises with whatever changes the bill.</summary>
    public long BillVersion { get; set; }

    /// <summary>The kept sums of its bill, see <see cref="BillSums"/>; <see cref="Total"/> is the first of them.</summary>
    public Money Discounts { get; set; }
    public Money Adjustments { get; set; }

    /// <summary>What of both is gone with lines that were cancelled since.</summary>
    public Money LapsedDiscounts { get; set; }
    public Money LapsedAdjustments { get; set; }
    public Money Paid { get; set; }
    public Money Refunded { get; set; }

    /// <summary>In basis points, copied when the party came.</summary>
    public int ServiceRate { get; set; }

    /// <summary>Whether staff opened it; else its first guest did by scanning.</summary>
    public bool OpenedByStaff { get; init; }

    /// <summary>What the rotating code that joins it is made with.</summary>
    public required string JoinSecret { get; init; }
}

internal sealed class GuestRow
{
    public Guid Id { get; init; }
    public Guid SeatingId { get; init; }
    public required string Nickname { get; set; }

    /// <summary>The how manieth guest of the seating, from 1: who has no nickname is told apart by it.</summary>
    public int Number { get; init; }
    public DateTimeOffset JoinedAt { get; init; }
}

internal sealed class SeatingMapping : IEntityTypeConfiguration<TableRow>, IEntityTypeConfiguration<SeatingRow>, IEntityTypeConfiguration<GuestRow>
{
    public void Configure(EntityTypeBuilder<TableRow> builder)
    {
        builder.ToTable("tables").HasKey(t => t.Id);
        builder.HasIndex(t => t.Token).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SeatingRow> builder)
    {
        builder.ToTable("seatings").HasKey(s => s.Id);
        builder
            .Property(s => s.Allergies)
            .HasConversion(new Columns.AsJson<IReadOnlyList<string>>(), new Columns.ByReference<IReadOnlyList<string>>());
        builder.HasOne<TableRow>().WithMany().HasForeignKey(s => s.TableId).OnDelete(DeleteBehavior.Restrict);

        // One open seating a table, held by the database itself; at a counter as many as come.
        builder.HasIndex(s => s.TableId).IsUnique().HasFilter("closed_at IS NULL AND at_counter = 0").HasDatabaseName("ix_seatings_open");
        builder.HasIndex(s => s.TableId, "counter").HasFilter("closed_at IS NULL AND at_counter = 1").HasDatabaseName("ix_seatings_counter");
        builder.HasIndex(s => s.MergedInto).HasFilter("merged_into IS NOT NULL").HasDatabaseName("ix_seatings_merged");
    }

    public void Configure(EntityTypeBuilder<GuestRow> builder)
    {
        builder.ToTable("guests").HasKey(g => g.Id);
        builder.HasOne<SeatingRow>().WithMany().HasForeignKey(g => g.SeatingId).OnDelete(DeleteBehavior.Restrict);
    }
}
