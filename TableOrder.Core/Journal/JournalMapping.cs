using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TableOrder.Core.Journal;

internal sealed class JournalRow
{
    public long Sequence { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Actor { get; init; }
    public required string Device { get; init; }
    public required string Act { get; init; }
    public required string Subject { get; init; }
    public required string Detail { get; init; }
}

internal sealed class JournalMapping : IEntityTypeConfiguration<JournalRow>
{
    public void Configure(EntityTypeBuilder<JournalRow> builder)
    {
        builder.ToTable("journal").HasKey(j => j.Sequence);
        builder.HasIndex(j => new { j.Actor, j.Sequence }).HasDatabaseName("ix_journal_actor");
    }
}
