using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TableOrder.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Service : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_seatings_open",
                table: "seatings");

            migrationBuilder.AddColumn<bool>(
                name: "counter",
                table: "tables",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "service_rate",
                table: "settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "adjustments",
                table: "seatings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "at_counter",
                table: "seatings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "bill_version",
                table: "seatings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "discounts",
                table: "seatings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "has_merged",
                table: "seatings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "lapsed_adjustments",
                table: "seatings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "lapsed_discounts",
                table: "seatings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<byte[]>(
                name: "merged_into",
                table: "seatings",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "paid",
                table: "seatings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "refunded",
                table: "seatings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "service_rate",
                table: "seatings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "paid_at",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calls",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seating_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    answered_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls", x => x.id);
                    table.ForeignKey(
                        name: "FK_calls_seatings_seating_id",
                        column: x => x.seating_id,
                        principalTable: "seatings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "discounts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seating_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    percent = table.Column<int>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discounts", x => x.id);
                    table.ForeignKey(
                        name: "FK_discounts_seatings_seating_id",
                        column: x => x.seating_id,
                        principalTable: "seatings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seating_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    of_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    tendered = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    moved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    business_day = table.Column<string>(type: "TEXT", nullable: true),
                    reference = table.Column<string>(type: "TEXT", nullable: true),
                    checkout = table.Column<string>(type: "TEXT", nullable: true),
                    request_seating_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments", x => x.id);
                    table.ForeignKey(
                        name: "FK_payments_seatings_seating_id",
                        column: x => x.seating_id,
                        principalTable: "seatings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statistics_calls",
                columns: table => new
                {
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    confirmed = table.Column<int>(type: "INTEGER", nullable: false),
                    ended = table.Column<int>(type: "INTEGER", nullable: false),
                    seconds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_calls", x => new { x.business_day, x.kind });
                });

            migrationBuilder.CreateIndex(
                name: "ix_seatings_counter",
                table: "seatings",
                column: "table_id",
                filter: "closed_at IS NULL AND at_counter = 1");

            migrationBuilder.CreateIndex(
                name: "ix_seatings_merged",
                table: "seatings",
                column: "merged_into",
                filter: "merged_into IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_seatings_open",
                table: "seatings",
                column: "table_id",
                unique: true,
                filter: "closed_at IS NULL AND at_counter = 0");

            migrationBuilder.CreateIndex(
                name: "ix_calls_day",
                table: "calls",
                column: "business_day");

            migrationBuilder.CreateIndex(
                name: "ix_calls_seating",
                table: "calls",
                column: "seating_id");

            migrationBuilder.CreateIndex(
                name: "ix_calls_waiting",
                table: "calls",
                columns: new[] { "seating_id", "kind" },
                unique: true,
                filter: "state = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_discounts_seating",
                table: "discounts",
                column: "seating_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_day",
                table: "payments",
                column: "business_day",
                filter: "business_day IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_payments_pending",
                table: "payments",
                column: "created_at",
                filter: "status = 'pending'");

            migrationBuilder.CreateIndex(
                name: "ix_payments_request",
                table: "payments",
                columns: new[] { "request_seating_id", "request_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_seating",
                table: "payments",
                column: "seating_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calls");

            migrationBuilder.DropTable(
                name: "discounts");

            migrationBuilder.DropTable(
                name: "payments");

            migrationBuilder.DropTable(
                name: "statistics_calls");

            migrationBuilder.DropIndex(
                name: "ix_seatings_counter",
                table: "seatings");

            migrationBuilder.DropIndex(
                name: "ix_seatings_merged",
                table: "seatings");

            migrationBuilder.DropIndex(
                name: "ix_seatings_open",
                table: "seatings");

            migrationBuilder.DropColumn(
                name: "counter",
                table: "tables");

            migrationBuilder.DropColumn(
                name: "service_rate",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "adjustments",
                table: "seatings");

            migrationBuilder.DropColumn(
                name: "at_counter",
                table: "seatings");

            migrationBuilder.DropColumn(
                name: "bill_version",
                table: "seatings");

            migrationBuilder.DropColumn(
                name: "discounts",
                table: "seatings");

            migrationBuilder.DropColumn(
                name: "has_merged",
                table: "seatings");

            migrationBuilder.DropColumn(
                name: "lapsed_adjustments",
                table: "seatings");

            migrationBuilder.DropColumn(
                name: "lapsed_discounts",
                table: "seatings");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "seatings");

            migrationBuilder.DropColumn(
                name: "paid",
                table: "seatings");

            migrationBuilder.DropColumn(
                name: "refunded",
                table: "seatings");

            migrationBuilder.DropColumn(
                name: "service_rate",
                table: "seatings");

            migrationBuilder.DropColumn(
                name: "paid_at",
                table: "orders");

            migrationBuilder.CreateIndex(
                name: "ix_seatings_open",
                table: "seatings",
                column: "table_id",
                unique: true,
                filter: "closed_at IS NULL");
        }
    }
}
