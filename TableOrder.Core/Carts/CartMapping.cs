using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TableOrder.Core.Menu;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Carts;

internal sealed class CartRow
{
    public Guid SeatingId { get; init; }

    /// <summary>What the cart's content is sent with; another one begins with the next cart.</summary>
    public Guid RequestId { get; init; }

    /// <summary>Rises with each change of the cart.</summary>
    public long Version { get; init; }

    /// <summary>The order that the cart before this one became.</summary>
    public Guid? LastOrderId { get; init; }

    /// <summary>Who sent it.</summary>
    public Guid? LastSentBy { get; init; }
}

internal sealed class CartLineRow
{
    public Guid Id { get; init; }
    public Guid SeatingId { get; init; }

    /// <summary>What makes two lines the same: dish, options and note.</summary>
    public required string Kind { get; init; }
    public Guid MenuItemId { get; init; }
    public required LocalText Name { get; init; }
    public required IReadOnlyList<Guid> Options { get; init; }
    public string? Note { get; init; }

    /// <summary>For one with options, as whoever added it saw it.</summary>
    public Money SeenPrice { get; init; }
}

internal sealed class CartShareRow
{
    public Guid LineId { get; init; }

    /// <summary>The guest's or staff member's id.</summary>
    public Guid PersonId { get; init; }
    public int Quantity { get; init; }

    /// <summary>In the order they joined in.</summary>
    public int Position { get; init; }
}

internal sealed class CartMapping : IEntityTypeConfiguration<CartRow>, IEntityTypeConfiguration<CartLineRow>, IEntityTypeConfiguration<CartShareRow>
{
    public void Configure(EntityTypeBuilder<CartRow> builder)
    {
        builder.ToTable("carts").HasKey(c => c.SeatingId);
        builder.HasOne<SeatingRow>().WithOne().HasForeignKey<CartRow>(c => c.SeatingId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CartLineRow> builder)
    {
        builder.ToTable("cart_lines").HasKey(l => l.Id);
        builder.HasOne<CartRow>().WithMany().HasForeignKey(l => l.SeatingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<MenuItemRow>().WithMany().HasForeignKey(l => l.MenuItemId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(l => l.Options).HasConversion(new Columns.AsJson<IReadOnlyList<Guid>>(), new Columns.ByReference<IReadOnlyList<Guid>>());

        // Equal lines are one, held by the database itself.
        builder.HasIndex(l => new { l.SeatingId, l.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CartShareRow> builder)
    {
        builder.ToTable("cart_shares").HasKey(s => new { s.LineId, s.PersonId });
        builder.HasOne<CartLineRow>().WithMany().HasForeignKey(s => s.LineId).OnDelete(DeleteBehavior.Cascade);
    }
}
