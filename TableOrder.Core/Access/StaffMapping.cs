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
    public required string Stamp { get; set; }
    public DateTimeOffset? DisabledAt { get; set; }
}

internal sealed class StaffMapping : IEntityTypeConfiguration<StaffRow>
{
    public void Configure(EntityTypeBuilder<StaffRow> builder)
    {
        builder.ToTable("staff").HasKey(s => s.Id);
        builder.HasIndex(s => s.Name).IsUnique();
        builder.Property(s => s.Role).HasConversion(r => Columns.ToName(r), v => Columns.FromName<Role>(v));
    }
}
