using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

internal sealed class StaffRow
{
    public Guid Id { get; init; }
    public required string Name { get; set; }
    public required string PasswordHash { get; set; }
    public Role Role { get; set; }
    public DateTimeOffset? DisabledAt { get; set; }
}

internal sealed class StaffSessionRow
{
    public Guid Id { get; init; }
    public Guid StaffId { get; init; }
    public required string Device { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}

internal sealed class StaffMapping : IEntityTypeConfiguration<StaffRow>, IEntityTypeConfiguration<StaffSessionRow>
{
    public void Configure(EntityTypeBuilder<StaffSessionRow> builder)
    {
        builder.ToTable("staff_sessions").HasKey(s => s.Id);
        builder.HasOne<StaffRow>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StaffRow> builder)
    {
        builder.ToTable("staff").HasKey(s => s.Id);
        builder.HasIndex(s => s.Name).IsUnique();
        builder.Property(s => s.Role).HasConversion(r => Columns.ToName(r), v => Columns.FromName<Role>(v));
    }
}
