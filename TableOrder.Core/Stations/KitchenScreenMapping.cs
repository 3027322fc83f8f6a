using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Stations;

internal sealed class KitchenScreenRow
{
    public required string Screen { get; init; }
    public int Columns { get; set; }
    public int Volume { get; set; }
    public bool Muted { get; set; }
    public required IReadOnlyList<KitchenSound> Silent { get; set; }
    public bool SeesOthers { get; set; }
    public bool SeesHeld { get; set; }
}

internal sealed class KitchenScreenMapping : IEntityTypeConfiguration<KitchenScreenRow>
{
    public void Configure(EntityTypeBuilder<KitchenScreenRow> builder)
    {
        builder.ToTable("kitchen_screens").HasKey(s => s.Screen);
        builder
            .Property(s => s.Silent)
            .HasConversion(new Columns.AsJson<IReadOnlyList<KitchenSound>>(), new Columns.ByReference<IReadOnlyList<KitchenSound>>());
    }
}
