using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TableOrder.Core.Storage.Sqlite;

/// <summary>The schema on SQLite, with its own migrations.</summary>
internal sealed class SqliteTableOrderDb(DbContextOptions<SqliteTableOrderDb> options) : TableOrderDb(options);

/// <summary>For `dotnet ef migrations add` only.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteTableOrderDb>
{
    public SqliteTableOrderDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTableOrderDb>().UseSqlite("Data Source=design-time.db").Options);
}
