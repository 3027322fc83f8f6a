using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu;

internal sealed class StationRow
{
    public required string Slug { get; init; }
    public required LocalText Name { get; set; }
    public required string Emoji { get; set; }
    public int WarnAfterSeconds { get; set; }
    public int LateAfterSeconds { get; set; }
    public int Position { get; set; }
}

internal sealed class CategoryRow
{
    public Guid Id { get; init; }
    public int Version { get; set; } = 1;
    public required LocalText Name { get; set; }
    public int Position { get; set; }
    public DateTimeOffset? ArchivedAt { get; set; }
}

internal sealed class MenuItemRow
{
    public Guid Id { get; init; }
    public Guid CategoryId { get; set; }
    public int Version { get; set; } = 1;
    public required LocalText Name { get; set; }
    public required LocalText Description { get; set; }
    public required string Emoji { get; set; }
    public string? Photo { get; set; }
    public Money Price { get; set; }
    public int TaxRate { get; set; }
    public bool SoldOut { get; set; }
    public int? PortionsLeft { get; set; }
    public int MinQuantity { get; set; } = 1;
    public int Course { get; set; }
    public string? Station { get; set; }
    public required IReadOnlyList<string> Allergens { get; set; }

    /// <summary>When it is served, on the restaurant's clock; none: always.</summary>
    public required IReadOnlyList<ServingHours> Hours { get; set; }
    public int Position { get; set; }
    public DateTimeOffset? ArchivedAt { get; set; }
}

internal sealed class ModifierGroupRow
{
    public Guid Id { get; init; }
    public int Version { get; set; } = 1;
    public required LocalText Name { get; set; }
    public int Min { get; set; }
    public int Max { get; set; }
    public DateTimeOffset? ArchivedAt { get; set; }
}

internal sealed class ModifierRow
{
    public Guid Id { get; init; }
    public Guid GroupId { get; set; }
    public required LocalText Name { get; set; }
    public Money Price { get; set; }
    public bool SoldOut { get; set; }
    public required IReadOnlyList<string> Allergens { get; set; }
    public int Position { get; set; }
    public DateTimeOffset? ArchivedAt { get; set; }
}

internal sealed class ItemGroupRow
{
    public Guid ItemId { get; init; }
    public Guid GroupId { get; init; }
    public int Position { get; set; }
}

internal sealed class PhotoRow
{
    public required string Hash { get; init; }
    public int Width { get; init; }
    public required string Type { get; init; }
    public required byte[] Bytes { get; init; }
}

internal sealed class MenuMapping
    : IEntityTypeConfiguration<StationRow>,
        IEntityTypeConfiguration<CategoryRow>,
        IEntityTypeConfiguration<MenuItemRow>,
        IEntityTypeConfiguration<ModifierGroupRow>,
        IEntityTypeConfiguration<ModifierRow>,
        IEntityTypeConfiguration<ItemGroupRow>,
        IEntityTypeConfiguration<PhotoRow>
{
    public void Configure(EntityTypeBuilder<StationRow> builder) => builder.ToTable("stations").HasKey(s => s.Slug);

    public void Configure(EntityTypeBuilder<CategoryRow> builder)
    {
        builder.ToTable("categories").HasKey(c => c.Id);
        builder.Property(c => c.Version).HasDefaultValue(1).HasSentinel(0);
    }

    public void Configure(EntityTypeBuilder<MenuItemRow> builder)
    {
        builder.ToTable("menu_items").HasKey(i => i.Id);
        builder
            .Property(i => i.Allergens)
            .HasConversion(new Columns.AsJson<IReadOnlyList<string>>(), new Columns.ByReference<IReadOnlyList<string>>());
        builder
            .Property(i => i.Hours)
            .HasConversion(new Columns.AsJson<IReadOnlyList<ServingHours>>(), new Columns.ByReference<IReadOnlyList<ServingHours>>());
        builder.HasOne<CategoryRow>().WithMany().HasForeignKey(i => i.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StationRow>().WithMany().HasForeignKey(i => i.Station).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PhotoRow> builder) => builder.ToTable("photos").HasKey(p => new { p.Hash, p.Width });

    public void Configure(EntityTypeBuilder<ModifierGroupRow> builder)
    {
        builder.ToTable("modifier_groups").HasKey(g => g.Id);
        builder.Property(g => g.Version).HasDefaultValue(1).HasSentinel(0);
    }

    public void Configure(EntityTypeBuilder<ModifierRow> builder)
    {
        builder.ToTable("modifiers").HasKey(m => m.Id);
        builder
            .Property(m => m.Allergens)
            .HasConversion(new Columns.AsJson<IReadOnlyList<string>>(), new Columns.ByReference<IReadOnlyList<string>>());
        builder.HasOne<ModifierGroupRow>().WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ItemGroupRow> builder)
    {
        builder.ToTable("menu_item_modifier_groups").HasKey(l => new { l.ItemId, l.GroupId });
        builder.HasOne<MenuItemRow>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ModifierGroupRow>().WithMany().HasForeignKey(l => l.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}
