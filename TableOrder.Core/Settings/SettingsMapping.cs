using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Settings;

internal sealed class SettingsRow
{
    public int Id { get; init; }
    public required LocalText Name { get; set; }
    public required string Currency { get; set; }
    public required string TimeZone { get; set; }
    public TimeOnly BusinessDayStartsAt { get; set; }
    public required IReadOnlyList<string> Languages { get; set; }

    /// <summary>In basis points.</summary>
    public int ServiceRate { get; set; }

    /// <summary>The tax that a new dish begins with, in basis points.</summary>
    public int TaxRate { get; set; }

    /// <summary>Somebody should come to a call within so many seconds.</summary>
    public int CallWithinSeconds { get; set; }

    /// <summary>Rises with each change.</summary>
    public int Version { get; set; }

    /// <summary>The owner has not said yet that the restaurant is ready.</summary>
    public bool SetupPending { get; set; }
}

internal sealed class SettingsMapping : IEntityTypeConfiguration<SettingsRow>
{
    public void Configure(EntityTypeBuilder<SettingsRow> builder)
    {
        builder.ToTable("settings").HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.TaxRate).HasDefaultValue(RestaurantSettings.UsualTaxRate).HasSentinel(-1);
        builder.Property(s => s.CallWithinSeconds).HasDefaultValue(RestaurantSettings.UsualCallWithinSeconds).HasSentinel(-1);
        builder.Property(s => s.Version).HasDefaultValue(1).HasSentinel(0);
        builder
            .Property(s => s.Languages)
            .HasConversion(new Columns.AsJson<IReadOnlyList<string>>(), new Columns.ByReference<IReadOnlyList<string>>());
        builder
            .Property(s => s.BusinessDayStartsAt)
            .HasConversion(
                t => t.ToString("HH:mm", CultureInfo.InvariantCulture),
                v => TimeOnly.ParseExact(v, "HH:mm", CultureInfo.InvariantCulture)
            );
    }
}
