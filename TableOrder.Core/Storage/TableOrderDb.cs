using Microsoft.EntityFrameworkCore;

namespace TableOrder.Core.Storage;

/// <summary>The schema. Knows no room: it scans their mappings. Only Core sees it, so a Desk and a Reader stay the only doors.</summary>
internal abstract class TableOrderDb(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TableOrderDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
            }
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Guid>().HaveConversion<Columns.IdConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Columns.TimeConverter>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<Columns.DayConverter>();
        configurationBuilder.Properties<Money>().HaveConversion<Columns.MoneyConverter>();
        configurationBuilder.Properties<LocalText>().HaveConversion<Columns.AsJson<LocalText>, Columns.ByReference<LocalText>>();
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
