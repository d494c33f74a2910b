using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phira.PluginService.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    correlation_id = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_log", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "bans",
                columns: table => new
                {
                    target = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    banned_by = table.Column<string>(type: "TEXT", nullable: false),
                    banned_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bans", x => x.target);
                });

            migrationBuilder.CreateTable(
                name: "browser_sessions",
                columns: table => new
                {
                    id_hash = table.Column<string>(type: "TEXT", nullable: false),
                    token_fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_browser_sessions", x => x.id_hash);
                });

            migrationBuilder.CreateTable(
                name: "plugin_config_revisions",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_config_revisions", x => new { x.plugin, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "plugin_crash_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    plugin = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    report = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_crash_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plugin_data",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_text = table.Column<bool>(type: "INTEGER", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_data", x => new { x.plugin, x.key });
                });

            migrationBuilder.CreateTable(
                name: "plugin_data_totals",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_data_totals", x => x.plugin);
                });

            migrationBuilder.CreateTable(
                name: "plugin_desired_states",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_desired_states", x => x.plugin);
                });

            migrationBuilder.CreateTable(
                name: "plugin_limit_overrides",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "TEXT", nullable: false),
                    limit_name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_limit_overrides", x => new { x.plugin, x.limit_name });
                });

            migrationBuilder.CreateTable(
                name: "plugin_permission_grants",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "TEXT", nullable: false),
                    permission = table.Column<string>(type: "TEXT", nullable: false),
                    scopes = table.Column<string>(type: "TEXT", nullable: false),
                    granted_by = table.Column<string>(type: "TEXT", nullable: false),
                    granted_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_permission_grants", x => new { x.plugin, x.permission });
                });

            migrationBuilder.CreateTable(
                name: "plugin_permission_uses",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "TEXT", nullable: false),
                    permission = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    uses = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_permission_uses", x => new { x.plugin, x.permission, x.day });
                });

            migrationBuilder.CreateTable(
                name: "plugin_quarantines",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_quarantines", x => x.plugin);
                });

            migrationBuilder.CreateTable(
                name: "plugin_transitions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    plugin = table.Column<string>(type: "TEXT", nullable: false),
                    from_state = table.Column<string>(type: "TEXT", nullable: true),
                    to_state = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    correlation_id = table.Column<string>(type: "TEXT", nullable: false),
                    failure = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_transitions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "round_records",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user = table.Column<int>(type: "INTEGER", nullable: false),
                    chart = table.Column<int>(type: "INTEGER", nullable: false),
                    chart_name = table.Column<string>(type: "TEXT", nullable: false),
                    room = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    record = table.Column<int>(type: "INTEGER", nullable: false),
                    record_chart = table.Column<int>(type: "INTEGER", nullable: true),
                    score = table.Column<int>(type: "INTEGER", nullable: false),
                    accuracy = table.Column<float>(type: "REAL", nullable: false),
                    full_combo = table.Column<bool>(type: "INTEGER", nullable: false),
                    perfect = table.Column<int>(type: "INTEGER", nullable: false),
                    good = table.Column<int>(type: "INTEGER", nullable: false),
                    bad = table.Column<int>(type: "INTEGER", nullable: false),
                    miss = table.Column<int>(type: "INTEGER", nullable: false),
                    max_combo = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_records", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "server_settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    message_of_the_day = table.Column<string>(type: "TEXT", nullable: false),
                    room_creation = table.Column<bool>(type: "INTEGER", nullable: false),
                    maintenance = table.Column<bool>(type: "INTEGER", nullable: false),
                    maintenance_text = table.Column<string>(type: "TEXT", nullable: false),
                    maintenance_admitted = table.Column<string>(type: "TEXT", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_server_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "used_records",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    record = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_used_records", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "audit_log_by_actor",
                table: "audit_log",
                columns: new[] { "actor", "number" });

            migrationBuilder.CreateIndex(
                name: "audit_log_by_target",
                table: "audit_log",
                columns: new[] { "target", "number" });

            migrationBuilder.CreateIndex(
                name: "plugin_crash_reports_by_plugin",
                table: "plugin_crash_reports",
                columns: new[] { "plugin", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_plugin_data_plugin_expires_at",
                table: "plugin_data",
                columns: new[] { "plugin", "expires_at" },
                filter: "expires_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "plugin_transitions_by_plugin",
                table: "plugin_transitions",
                columns: new[] { "plugin", "id" });

            migrationBuilder.CreateIndex(
                name: "round_records_by_time",
                table: "round_records",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "round_records_by_user",
                table: "round_records",
                columns: new[] { "user", "number" });

            // The total of a plugin's values is kept by the database. A row is never changed in place: it is deleted and added again.
            migrationBuilder.Sql("""
                CREATE TRIGGER plugin_data_added AFTER INSERT ON plugin_data BEGIN
                    INSERT INTO plugin_data_totals (plugin, size) VALUES (NEW.plugin, NEW.size)
                        ON CONFLICT (plugin) DO UPDATE SET size = size + excluded.size;
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER plugin_data_removed AFTER DELETE ON plugin_data BEGIN
                    UPDATE plugin_data_totals SET size = size - OLD.size WHERE plugin = OLD.plugin;
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropTable(
                name: "bans");

            migrationBuilder.DropTable(
                name: "browser_sessions");

            migrationBuilder.DropTable(
                name: "plugin_config_revisions");

            migrationBuilder.DropTable(
                name: "plugin_crash_reports");

            migrationBuilder.DropTable(
                name: "plugin_data");

            migrationBuilder.DropTable(
                name: "plugin_data_totals");

            migrationBuilder.DropTable(
                name: "plugin_desired_states");

            migrationBuilder.DropTable(
                name: "plugin_limit_overrides");

            migrationBuilder.DropTable(
                name: "plugin_permission_grants");

            migrationBuilder.DropTable(
                name: "plugin_permission_uses");

            migrationBuilder.DropTable(
                name: "plugin_quarantines");

            migrationBuilder.DropTable(
                name: "plugin_transitions");

            migrationBuilder.DropTable(
                name: "round_records");

            migrationBuilder.DropTable(
                name: "server_settings");

            migrationBuilder.DropTable(
                name: "used_records");
        }
    }
}
