using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TableOrder.Core.Storage.Sqlite;

/// <summary>The schema on SQLite, with its own migrations.</summary>
internal sealed class SqliteTableOrderDb(DbContextOptions<SqliteTableOrderDb> options) : TableOrderDb(options)
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ReplaceService<IMigrationsSqlGenerator, SqliteSchemaSql>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // A row id rises by itself where nothing is ever deleted; AUTOINCREMENT would write one more page with each event.
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (entity.FindPrimaryKey() is { Properties: [var number] } && number.ClrType == typeof(long))
            {
                number.ValueGenerated = ValueGenerated.Never;
            }
        }
    }
}

/// <summary>For `dotnet ef migrations add` only.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteTableOrderDb>
{
    public SqliteTableOrderDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTableOrderDb>().UseSqlite("Data Source=design-time.db").Options);
}
