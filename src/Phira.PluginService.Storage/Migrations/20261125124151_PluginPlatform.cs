using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phira.PluginService.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class PluginPlatform : Migration
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropTable(
                name: "plugin_crash_reports");

            migrationBuilder.DropTable(
                name: "plugin_data");

            migrationBuilder.DropTable(
                name: "plugin_limit_overrides");

            migrationBuilder.DropTable(
                name: "plugin_permission_grants");

            migrationBuilder.DropTable(
                name: "plugin_permission_uses");

            migrationBuilder.DropTable(
                name: "plugin_quarantines");
        }
    }
}
