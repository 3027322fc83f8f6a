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
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When a person chose its secret; null: it has the one that was generated.</summary>
    public DateTimeOffset? SecretSetAt { get; init; }
}

internal sealed class StaffSessionRow
{
    public Guid Id { get; init; }
    public Guid StaffId { get; init; }
    public required string Device { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The enrolled device that signed in by itself; null where somebody gave a name and a secret.</summary>
    public Guid? DeviceId { get; init; }
}

/// <summary>A tablet or screen of the house that stays signed in as one account: enrolled by a code, once.</summary>
internal sealed class DeviceRow
{
    public Guid Id { get; init; }
    public required string Name { get; set; }
    public Guid StaffId { get; init; }

    /// <summary>The SHA-256 of the code that enrols it; null once it has been used.</summary>
    public string? CodeHash { get; set; }
    public DateTimeOffset CodeExpiresAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EnrolledAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}

internal sealed class StaffMapping
    : IEntityTypeConfiguration<StaffRow>,
        IEntityTypeConfiguration<StaffSessionRow>,
        IEntityTypeConfiguration<DeviceRow>
{
    public void Configure(EntityTypeBuilder<StaffSessionRow> builder)
    {
        builder.ToTable("staff_sessions").HasKey(s => s.Id);
        builder.HasOne<StaffRow>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DeviceRow>().WithMany().HasForeignKey(s => s.DeviceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.StaffId).HasDatabaseName("ix_staff_sessions_staff");
    }

    public void Configure(EntityTypeBuilder<DeviceRow> builder)
    {
        builder.ToTable("devices").HasKey(d => d.Id);
        builder.HasOne<StaffRow>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.CodeHash).IsUnique().HasFilter("code_hash IS NOT NULL").HasDatabaseName("ix_devices_code");
    }

    public void Configure(EntityTypeBuilder<StaffRow> builder)
    {
        builder.ToTable("staff").HasKey(s => s.Id);
        builder.HasIndex(s => s.Name).IsUnique();
        builder.Property(s => s.Role).HasConversion(r => Columns.ToName(r), v => Columns.FromName<Role>(v));
    }
}
