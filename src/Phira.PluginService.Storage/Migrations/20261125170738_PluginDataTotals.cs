using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phira.PluginService.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class PluginDataTotals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_plugin_data_plugin_expires_at",
                table: "plugin_data",
                columns: new[] { "plugin", "expires_at" },
                filter: "expires_at IS NOT NULL");

            migrationBuilder.Sql("INSERT INTO plugin_data_totals (plugin, size) SELECT plugin, SUM(size) FROM plugin_data GROUP BY plugin;");

            // A row is never changed in place: it is deleted and added again.
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
            migrationBuilder.Sql("DROP TRIGGER plugin_data_added; DROP TRIGGER plugin_data_removed;");

            migrationBuilder.DropTable(
                name: "plugin_data_totals");

            migrationBuilder.DropIndex(
                name: "IX_plugin_data_plugin_expires_at",
                table: "plugin_data");
        }
    }
}
