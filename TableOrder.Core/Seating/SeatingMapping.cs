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

        // One open seating a table, held by the database itself.
        builder.HasIndex(s => s.TableId).IsUnique().HasFilter("closed_at IS NULL").HasDatabaseName("ix_seatings_open");
    }

    public void Configure(EntityTypeBuilder<GuestRow> builder)
    {
        builder.ToTable("guests").HasKey(g => g.Id);
        builder.HasOne<SeatingRow>().WithMany().HasForeignKey(g => g.SeatingId).OnDelete(DeleteBehavior.Restrict);
    }
}
