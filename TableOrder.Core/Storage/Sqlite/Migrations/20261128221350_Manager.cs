using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TableOrder.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Manager : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameIndex(
                name: "IX_staff_sessions_staff_id",
                table: "staff_sessions",
                newName: "ix_staff_sessions_staff");

            migrationBuilder.AddColumn<long>(
                name: "archived_at",
                table: "tables",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "plan_x",
                table: "tables",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "plan_y",
                table: "tables",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "device_id",
                table: "staff_sessions",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "created_at",
                table: "staff",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "secret_set_at",
                table: "staff",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "call_within_seconds",
                table: "settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 180);

            migrationBuilder.AddColumn<bool>(
                name: "setup_pending",
                table: "settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "tax_rate",
                table: "settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1000);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<long>(
                name: "archived_at",
                table: "modifiers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "archived_at",
                table: "modifier_groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "modifier_groups",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<byte[]>(
                name: "of_id",
                table: "discounts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "archived_at",
                table: "categories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "categories",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "day_reports",
                columns: table => new
                {
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    counted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    opening_float = table.Column<long>(type: "INTEGER", nullable: false),
                    counted = table.Column<long>(type: "INTEGER", nullable: false),
                    expected = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    figures = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_reports", x => x.business_day);
                });

            migrationBuilder.CreateTable(
                name: "devices",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: true),
                    code_expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    enrolled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_devices", x => x.id);
                    table.ForeignKey(
                        name: "FK_devices_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "statistics_call_seconds",
                columns: table => new
                {
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    calls = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_call_seconds", x => new { x.business_day, x.seconds });
                });

            migrationBuilder.CreateIndex(
                name: "ix_statistics_day_items_item",
                table: "statistics_day_items",
                columns: new[] { "menu_item_id", "business_day" });

            migrationBuilder.CreateIndex(
                name: "IX_staff_sessions_device_id",
                table: "staff_sessions",
                column: "device_id");

            migrationBuilder.CreateIndex(
                name: "ix_order_events_staff",
                table: "order_events",
                columns: new[] { "actor", "sequence" },
                filter: "actor >= 'staff:' AND actor < 'staff;'");

            migrationBuilder.CreateIndex(
                name: "ix_discounts_of",
                table: "discounts",
                column: "of_id",
                unique: true,
                filter: "of_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_devices_code",
                table: "devices",
                column: "code_hash",
                unique: true,
                filter: "code_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_devices_staff_id",
                table: "devices",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_journal_actor",
                table: "journal",
                columns: new[] { "actor", "sequence" });

            migrationBuilder.AddForeignKey(
                name: "FK_staff_sessions_devices_device_id",
                table: "staff_sessions",
                column: "device_id",
                principalTable: "devices",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            // Calls that were answered before this was kept.
            migrationBuilder.Sql(
                "INSERT INTO statistics_call_seconds (business_day, seconds, calls) "
                    + "SELECT business_day, MAX(0, (answered_at - created_at) / 1000), COUNT(*) FROM calls WHERE state = 'confirmed' GROUP BY 1, 2"
            );

            // A day's report is written once: whoever tries to change or remove one is refused by the file itself.
            migrationBuilder.Sql(
                "CREATE TRIGGER day_reports_stay BEFORE UPDATE ON day_reports BEGIN SELECT RAISE(ABORT, 'a day report is never changed'); END"
            );
            migrationBuilder.Sql(
                "CREATE TRIGGER day_reports_remain BEFORE DELETE ON day_reports BEGIN SELECT RAISE(ABORT, 'a day report is never removed'); END"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_staff_sessions_devices_device_id",
                table: "staff_sessions");

            migrationBuilder.DropTable(
                name: "day_reports");

            migrationBuilder.DropTable(
                name: "devices");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "statistics_call_seconds");

            migrationBuilder.DropIndex(
                name: "ix_statistics_day_items_item",
                table: "statistics_day_items");

            migrationBuilder.DropIndex(
                name: "IX_staff_sessions_device_id",
                table: "staff_sessions");

            migrationBuilder.DropIndex(
                name: "ix_order_events_staff",
                table: "order_events");

            migrationBuilder.DropIndex(
                name: "ix_discounts_of",
                table: "discounts");

            migrationBuilder.DropColumn(
                name: "archived_at",
                table: "tables");

            migrationBuilder.DropColumn(
                name: "plan_x",
                table: "tables");

            migrationBuilder.DropColumn(
                name: "plan_y",
                table: "tables");

            migrationBuilder.DropColumn(
                name: "device_id",
                table: "staff_sessions");

            migrationBuilder.DropColumn(
                name: "created_at",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "secret_set_at",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "call_within_seconds",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "setup_pending",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "tax_rate",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "version",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "archived_at",
                table: "modifiers");

            migrationBuilder.DropColumn(
                name: "archived_at",
                table: "modifier_groups");

            migrationBuilder.DropColumn(
                name: "version",
                table: "modifier_groups");

            migrationBuilder.DropColumn(
                name: "of_id",
                table: "discounts");

            migrationBuilder.DropColumn(
                name: "archived_at",
                table: "categories");

            migrationBuilder.DropColumn(
                name: "version",
                table: "categories");

            migrationBuilder.RenameIndex(
                name: "ix_staff_sessions_staff",
                table: "staff_sessions",
                newName: "IX_staff_sessions_staff_id");
        }
    }
}
