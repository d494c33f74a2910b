using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Phira.PluginService.Storage.PostgreSql.Migrations
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
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    correlation_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_log", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "bans",
                columns: table => new
                {
                    target = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    expires_at = table.Column<long>(type: "bigint", nullable: true),
                    banned_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    banned_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bans", x => x.target);
                });

            migrationBuilder.CreateTable(
                name: "browser_sessions",
                columns: table => new
                {
                    id_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    token_fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_browser_sessions", x => x.id_hash);
                });

            migrationBuilder.CreateTable(
                name: "plugin_config_revisions",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_config_revisions", x => new { x.plugin, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "plugin_crash_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    plugin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    report = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_crash_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plugin_data",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<byte[]>(type: "bytea", nullable: false),
                    is_text = table.Column<bool>(type: "boolean", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_data", x => new { x.plugin, x.key });
                });

            migrationBuilder.CreateTable(
                name: "plugin_data_totals",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    size = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_data_totals", x => x.plugin);
                });

            migrationBuilder.CreateTable(
                name: "plugin_desired_states",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_desired_states", x => x.plugin);
                });

            migrationBuilder.CreateTable(
                name: "plugin_limit_overrides",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    limit_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_limit_overrides", x => new { x.plugin, x.limit_name });
                });

            migrationBuilder.CreateTable(
                name: "plugin_permission_grants",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    permission = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scopes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    granted_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    granted_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_permission_grants", x => new { x.plugin, x.permission });
                });

            migrationBuilder.CreateTable(
                name: "plugin_permission_uses",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    permission = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<int>(type: "integer", nullable: false),
                    uses = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_permission_uses", x => new { x.plugin, x.permission, x.day });
                });

            migrationBuilder.CreateTable(
                name: "plugin_quarantines",
                columns: table => new
                {
                    plugin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    since = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_quarantines", x => x.plugin);
                });

            migrationBuilder.CreateTable(
                name: "plugin_transitions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    plugin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_state = table.Column<string>(type: "text", nullable: true),
                    to_state = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    correlation_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    failure = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_transitions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "round_records",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user = table.Column<int>(type: "integer", nullable: false),
                    chart = table.Column<int>(type: "integer", nullable: false),
                    chart_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    room = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    record = table.Column<int>(type: "integer", nullable: false),
                    record_chart = table.Column<int>(type: "integer", nullable: true),
                    score = table.Column<int>(type: "integer", nullable: false),
                    accuracy = table.Column<float>(type: "real", nullable: false),
                    full_combo = table.Column<bool>(type: "boolean", nullable: false),
                    perfect = table.Column<int>(type: "integer", nullable: false),
                    good = table.Column<int>(type: "integer", nullable: false),
                    bad = table.Column<int>(type: "integer", nullable: false),
                    miss = table.Column<int>(type: "integer", nullable: false),
                    max_combo = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_records", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "server_settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    message_of_the_day = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    room_creation = table.Column<bool>(type: "boolean", nullable: false),
                    maintenance = table.Column<bool>(type: "boolean", nullable: false),
                    maintenance_text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    maintenance_admitted = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_server_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "used_records",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    record = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.Sql("""
                CREATE FUNCTION plugin_data_counted() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP = 'INSERT' THEN
                        INSERT INTO plugin_data_totals (plugin, size) VALUES (NEW.plugin, NEW.size)
                            ON CONFLICT (plugin) DO UPDATE SET size = plugin_data_totals.size + excluded.size;
                    ELSE
                        UPDATE plugin_data_totals SET size = size - OLD.size WHERE plugin = OLD.plugin;
                    END IF;
                    RETURN NULL;
                END $$;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER plugin_data_counted AFTER INSERT OR DELETE ON plugin_data FOR EACH ROW EXECUTE FUNCTION plugin_data_counted();
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

            migrationBuilder.Sql("DROP FUNCTION plugin_data_counted();");
        }
    }
}
