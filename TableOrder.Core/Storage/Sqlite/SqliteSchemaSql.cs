using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace TableOrder.Core.Storage.Sqlite;

/// <summary>
/// Tables as this product wants them: a row that is named by what it belongs to (a line by its order, a figure by its day) stands in its key itself,
/// WITHOUT ROWID, instead of in a table with an index beside it. See docs/adr/0012.
/// </summary>
internal sealed class SqliteSchemaSql(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        // Asked first: the base class takes a key of one column out of the operation.
        var hasId = operation.PrimaryKey is not { } key || HasId(operation, key);
        base.Generate(operation, model, builder, terminate: false);
        if (!hasId)
        {
            builder.Append(" WITHOUT ROWID");
        }

        if (terminate)
        {
            builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
            EndStatement(builder);
        }
    }

    /// <summary>An id of its own is a number or 16 bytes.</summary>
    private static bool HasId(CreateTableOperation table, AddPrimaryKeyOperation key) =>
        key.Columns is [var only]
        && table.Columns.First(column => string.Equals(column.Name, only, StringComparison.Ordinal)).ClrType != typeof(string);
}
