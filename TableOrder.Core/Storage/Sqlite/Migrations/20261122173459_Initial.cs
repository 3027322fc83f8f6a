using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TableOrder.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "business_days",
                columns: table => new
                {
                    day = table.Column<string>(type: "TEXT", nullable: false),
                    last_number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_business_days", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "categories",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_categories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kitchen_screens",
                columns: table => new
                {
                    screen = table.Column<string>(type: "TEXT", nullable: false),
                    columns = table.Column<int>(type: "INTEGER", nullable: false),
                    volume = table.Column<int>(type: "INTEGER", nullable: false),
                    muted = table.Column<bool>(type: "INTEGER", nullable: false),
                    silent = table.Column<string>(type: "TEXT", nullable: false),
                    sees_others = table.Column<bool>(type: "INTEGER", nullable: false),
                    sees_held = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kitchen_screens", x => x.screen);
                });

            migrationBuilder.CreateTable(
                name: "modifier_groups",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    min = table.Column<int>(type: "INTEGER", nullable: false),
                    max = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_modifier_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "photos",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_photos", x => new { x.hash, x.width });
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", nullable: false),
                    business_day_starts_at = table.Column<string>(type: "TEXT", nullable: false),
                    languages = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    disabled_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stations",
                columns: table => new
                {
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    emoji = table.Column<string>(type: "TEXT", nullable: false),
                    warn_after_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    late_after_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stations", x => x.slug);
                });

            migrationBuilder.CreateTable(
                name: "statistics_day_items",
                columns: table => new
                {
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    menu_item_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    sales = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_day_items", x => new { x.business_day, x.menu_item_id });
                });

            migrationBuilder.CreateTable(
                name: "statistics_days",
                columns: table => new
                {
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    placed = table.Column<int>(type: "INTEGER", nullable: false),
                    preparing = table.Column<int>(type: "INTEGER", nullable: false),
                    ready = table.Column<int>(type: "INTEGER", nullable: false),
                    served = table.Column<int>(type: "INTEGER", nullable: false),
                    cancelled = table.Column<int>(type: "INTEGER", nullable: false),
                    sales = table.Column<long>(type: "INTEGER", nullable: false),
                    payments = table.Column<long>(type: "INTEGER", nullable: false),
                    refunds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_days", x => x.business_day);
                });

            migrationBuilder.CreateTable(
                name: "statistics_dish_speed",
                columns: table => new
                {
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    menu_item_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    seconds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_dish_speed", x => new { x.business_day, x.menu_item_id });
                });

            migrationBuilder.CreateTable(
                name: "statistics_half_hour_items",
                columns: table => new
                {
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    half_hour = table.Column<long>(type: "INTEGER", nullable: false),
                    menu_item_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    sales = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_half_hour_items", x => new { x.business_day, x.half_hour, x.menu_item_id });
                });

            migrationBuilder.CreateTable(
                name: "statistics_half_hours",
                columns: table => new
                {
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    half_hour = table.Column<long>(type: "INTEGER", nullable: false),
                    orders = table.Column<int>(type: "INTEGER", nullable: false),
                    sales = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_half_hours", x => new { x.business_day, x.half_hour });
                });

            migrationBuilder.CreateTable(
                name: "statistics_prep_minutes",
                columns: table => new
                {
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    station = table.Column<string>(type: "TEXT", nullable: false),
                    minute = table.Column<int>(type: "INTEGER", nullable: false),
                    tickets = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_prep_minutes", x => new { x.business_day, x.station, x.minute });
                });

            migrationBuilder.CreateTable(
                name: "statistics_prep_seconds",
                columns: table => new
                {
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    station = table.Column<string>(type: "TEXT", nullable: false),
                    seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    tickets = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_prep_seconds", x => new { x.business_day, x.station, x.seconds });
                });

            migrationBuilder.CreateTable(
                name: "statistics_station_speed",
                columns: table => new
                {
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    half_hour = table.Column<long>(type: "INTEGER", nullable: false),
                    station = table.Column<string>(type: "TEXT", nullable: false),
                    tickets = table.Column<int>(type: "INTEGER", nullable: false),
                    seconds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_station_speed", x => new { x.business_day, x.half_hour, x.station });
                });

            migrationBuilder.CreateTable(
                name: "tables",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    area = table.Column<string>(type: "TEXT", nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    token = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    closed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tables", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "topics",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_topics", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "modifiers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    group_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    price = table.Column<long>(type: "INTEGER", nullable: false),
                    sold_out = table.Column<bool>(type: "INTEGER", nullable: false),
                    allergens = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_modifiers", x => x.id);
                    table.ForeignKey(
                        name: "FK_modifiers_modifier_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "modifier_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_sessions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_staff_sessions_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "menu_items",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    category_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    emoji = table.Column<string>(type: "TEXT", nullable: false),
                    photo = table.Column<string>(type: "TEXT", nullable: true),
                    price = table.Column<long>(type: "INTEGER", nullable: false),
                    tax_rate = table.Column<int>(type: "INTEGER", nullable: false),
                    sold_out = table.Column<bool>(type: "INTEGER", nullable: false),
                    portions_left = table.Column<int>(type: "INTEGER", nullable: true),
                    min_quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    course = table.Column<int>(type: "INTEGER", nullable: false),
                    station = table.Column<string>(type: "TEXT", nullable: true),
                    allergens = table.Column<string>(type: "TEXT", nullable: false),
                    hours = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    archived_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_menu_items", x => x.id);
                    table.ForeignKey(
                        name: "FK_menu_items_categories_category_id",
                        column: x => x.category_id,
                        principalTable: "categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_menu_items_stations_station",
                        column: x => x.station,
                        principalTable: "stations",
                        principalColumn: "slug",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seatings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    table_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    party = table.Column<int>(type: "INTEGER", nullable: false),
                    last_round = table.Column<int>(type: "INTEGER", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    allergies = table.Column<string>(type: "TEXT", nullable: false),
                    opened_by_staff = table.Column<bool>(type: "INTEGER", nullable: false),
                    join_secret = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seatings", x => x.id);
                    table.ForeignKey(
                        name: "FK_seatings_tables_table_id",
                        column: x => x.table_id,
                        principalTable: "tables",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "menu_item_modifier_groups",
                columns: table => new
                {
                    item_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    group_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_menu_item_modifier_groups", x => new { x.item_id, x.group_id });
                    table.ForeignKey(
                        name: "FK_menu_item_modifier_groups_menu_items_item_id",
                        column: x => x.item_id,
                        principalTable: "menu_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_menu_item_modifier_groups_modifier_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "modifier_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "carts",
                columns: table => new
                {
                    seating_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    last_order_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    last_sent_by = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_carts", x => x.seating_id);
                    table.ForeignKey(
                        name: "FK_carts_seatings_seating_id",
                        column: x => x.seating_id,
                        principalTable: "seatings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guests",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seating_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    nickname = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    joined_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guests", x => x.id);
                    table.ForeignKey(
                        name: "FK_guests_seatings_seating_id",
                        column: x => x.seating_id,
                        principalTable: "seatings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "orders",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    business_day = table.Column<string>(type: "TEXT", nullable: false),
                    half_hour = table.Column<long>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    seating_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    table_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    table_name = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    placed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    prioritized_at = table.Column<long>(type: "INTEGER", nullable: true),
                    remake = table.Column<string>(type: "TEXT", nullable: true),
                    allergies = table.Column<string>(type: "TEXT", nullable: false),
                    request_seating_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders", x => x.id);
                    table.ForeignKey(
                        name: "FK_orders_seatings_seating_id",
                        column: x => x.seating_id,
                        principalTable: "seatings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_orders_tables_table_id",
                        column: x => x.table_id,
                        principalTable: "tables",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cart_lines",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seating_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    menu_item_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    options = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    seen_price = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cart_lines", x => x.id);
                    table.ForeignKey(
                        name: "FK_cart_lines_carts_seating_id",
                        column: x => x.seating_id,
                        principalTable: "carts",
                        principalColumn: "seating_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_cart_lines_menu_items_menu_item_id",
                        column: x => x.menu_item_id,
                        principalTable: "menu_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "order_events",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    order_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    order_version = table.Column<int>(type: "INTEGER", nullable: false),
                    event_type = table.Column<string>(type: "TEXT", nullable: false),
                    seating_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_seating_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    stations = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_events", x => x.sequence);
                    table.ForeignKey(
                        name: "FK_order_events_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "order_lines",
                columns: table => new
                {
                    order_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    menu_item_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    modifiers = table.Column<string>(type: "TEXT", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    cancelled_quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_price = table.Column<long>(type: "INTEGER", nullable: false),
                    tax_rate = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    station = table.Column<string>(type: "TEXT", nullable: true),
                    course = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    changed_version = table.Column<int>(type: "INTEGER", nullable: false),
                    fired_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ready_at = table.Column<long>(type: "INTEGER", nullable: true),
                    guest = table.Column<string>(type: "TEXT", nullable: true),
                    allergens = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_lines", x => new { x.order_id, x.position });
                    table.ForeignKey(
                        name: "FK_order_lines_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tickets",
                columns: table => new
                {
                    order_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    station = table.Column<string>(type: "TEXT", nullable: false),
                    shown = table.Column<bool>(type: "INTEGER", nullable: false),
                    fired_at = table.Column<long>(type: "INTEGER", nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: true),
                    touched_at = table.Column<long>(type: "INTEGER", nullable: true),
                    bumped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recalled_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tickets", x => new { x.order_id, x.station });
                    table.ForeignKey(
                        name: "FK_tickets_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cart_shares",
                columns: table => new
                {
                    line_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cart_shares", x => new { x.line_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_cart_shares_cart_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "cart_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cart_lines_menu_item_id",
                table: "cart_lines",
                column: "menu_item_id");

            migrationBuilder.CreateIndex(
                name: "IX_cart_lines_seating_id_kind",
                table: "cart_lines",
                columns: new[] { "seating_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_guests_seating_id",
                table: "guests",
                column: "seating_id");

            migrationBuilder.CreateIndex(
                name: "IX_menu_item_modifier_groups_group_id",
                table: "menu_item_modifier_groups",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "IX_menu_items_category_id",
                table: "menu_items",
                column: "category_id");

            migrationBuilder.CreateIndex(
                name: "IX_menu_items_station",
                table: "menu_items",
                column: "station");

            migrationBuilder.CreateIndex(
                name: "IX_modifiers_group_id",
                table: "modifiers",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_order_events_version",
                table: "order_events",
                columns: new[] { "order_id", "order_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_cancelled",
                table: "orders",
                columns: new[] { "business_day", "number" },
                filter: "status = 'cancelled'");

            migrationBuilder.CreateIndex(
                name: "ix_orders_cancelled_table",
                table: "orders",
                columns: new[] { "table_id", "status", "business_day", "number" },
                filter: "status = 'cancelled'");

            migrationBuilder.CreateIndex(
                name: "ix_orders_day_number",
                table: "orders",
                columns: new[] { "business_day", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_open",
                table: "orders",
                columns: new[] { "business_day", "number" },
                filter: "status IN ('placed', 'preparing', 'ready')");

            migrationBuilder.CreateIndex(
                name: "ix_orders_request",
                table: "orders",
                columns: new[] { "request_seating_id", "request_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_seating",
                table: "orders",
                columns: new[] { "seating_id", "business_day", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_table",
                table: "orders",
                columns: new[] { "table_id", "business_day", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_seatings_open",
                table: "seatings",
                column: "table_id",
                unique: true,
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_staff_name",
                table: "staff",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_sessions_staff_id",
                table: "staff_sessions",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "IX_tables_token",
                table: "tables",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tickets_shown",
                table: "tickets",
                columns: new[] { "order_id", "station" },
                filter: "shown = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "business_days");

            migrationBuilder.DropTable(
                name: "cart_shares");

            migrationBuilder.DropTable(
                name: "guests");

            migrationBuilder.DropTable(
                name: "kitchen_screens");

            migrationBuilder.DropTable(
                name: "menu_item_modifier_groups");

            migrationBuilder.DropTable(
                name: "modifiers");

            migrationBuilder.DropTable(
                name: "order_events");

            migrationBuilder.DropTable(
                name: "order_lines");

            migrationBuilder.DropTable(
                name: "photos");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "staff_sessions");

            migrationBuilder.DropTable(
                name: "statistics_day_items");

            migrationBuilder.DropTable(
                name: "statistics_days");

            migrationBuilder.DropTable(
                name: "statistics_dish_speed");

            migrationBuilder.DropTable(
                name: "statistics_half_hour_items");

            migrationBuilder.DropTable(
                name: "statistics_half_hours");

            migrationBuilder.DropTable(
                name: "statistics_prep_minutes");

            migrationBuilder.DropTable(
                name: "statistics_prep_seconds");

            migrationBuilder.DropTable(
                name: "statistics_station_speed");

            migrationBuilder.DropTable(
                name: "tickets");

            migrationBuilder.DropTable(
                name: "topics");

            migrationBuilder.DropTable(
                name: "cart_lines");

            migrationBuilder.DropTable(
                name: "modifier_groups");

            migrationBuilder.DropTable(
                name: "staff");

            migrationBuilder.DropTable(
                name: "orders");

            migrationBuilder.DropTable(
                name: "carts");

            migrationBuilder.DropTable(
                name: "menu_items");

            migrationBuilder.DropTable(
                name: "seatings");

            migrationBuilder.DropTable(
                name: "categories");

            migrationBuilder.DropTable(
                name: "stations");

            migrationBuilder.DropTable(
                name: "tables");
        }
    }
}
