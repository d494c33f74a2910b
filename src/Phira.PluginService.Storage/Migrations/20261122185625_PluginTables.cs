using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phira.PluginService.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class PluginTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "plugin_transitions_by_plugin",
                table: "plugin_transitions",
                columns: new[] { "plugin", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "plugin_config_revisions");

            migrationBuilder.DropTable(
                name: "plugin_desired_states");

            migrationBuilder.DropTable(
                name: "plugin_transitions");
        }
    }
}
