using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phira.PluginService.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class QuarantineInChinese : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reason_chinese",
                table: "plugin_quarantines",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "reason_chinese",
                table: "plugin_quarantines");
        }
    }
}
