using Microsoft.EntityFrameworkCore;

namespace Phira.PluginService.Storage.Model;

/// <summary>
/// The tables. Times are Unix milliseconds (SQLite cannot order <see cref="DateTimeOffset"/>), enumerations are their names, so that the file can
/// be read with any SQLite tool.
/// </summary>
internal sealed class PhiraDbContext(DbContextOptions<PhiraDbContext> options) : DbContext(options)
{
    public DbSet<DesiredStateRow> DesiredStates => Set<DesiredStateRow>();

    public DbSet<TransitionRow> Transitions => Set<TransitionRow>();

    public DbSet<ConfigRevisionRow> ConfigRevisions => Set<ConfigRevisionRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DesiredStateRow>(table =>
        {
            table.ToTable("plugin_desired_states").HasKey(row => row.Plugin);
            table.Property(row => row.Plugin).HasColumnName("plugin");
            table.Property(row => row.State).HasColumnName("state").HasConversion<string>();
            table.Property(row => row.ChangedAt).HasColumnName("changed_at");
        });
        modelBuilder.Entity<TransitionRow>(table =>
        {
            table.ToTable("plugin_transitions").HasKey(row => row.Id);
            table.HasIndex(row => new { row.Plugin, row.Id }).HasDatabaseName("plugin_transitions_by_plugin");
            table.Property(row => row.Id).HasColumnName("id").ValueGeneratedOnAdd();
            table.Property(row => row.Plugin).HasColumnName("plugin");
            table.Property(row => row.From).HasColumnName("from_state").HasConversion<string>();
            table.Property(row => row.To).HasColumnName("to_state").HasConversion<string>();
            table.Property(row => row.At).HasColumnName("at");
            table.Property(row => row.Actor).HasColumnName("actor");
            table.Property(row => row.Reason).HasColumnName("reason");
            table.Property(row => row.CorrelationId).HasColumnName("correlation_id");
            table.Property(row => row.Failure).HasColumnName("failure");
        });
        modelBuilder.Entity<ConfigRevisionRow>(table =>
        {
            table.ToTable("plugin_config_revisions").HasKey(row => new { row.Plugin, row.Revision });
            table.Property(row => row.Plugin).HasColumnName("plugin");
            table.Property(row => row.Revision).HasColumnName("revision").ValueGeneratedNever();
            table.Property(row => row.Json).HasColumnName("json");
            table.Property(row => row.Author).HasColumnName("author");
            table.Property(row => row.At).HasColumnName("at");
        });
    }
}
