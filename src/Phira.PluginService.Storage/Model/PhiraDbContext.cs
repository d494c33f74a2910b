using Microsoft.EntityFrameworkCore;

namespace Phira.PluginService.Storage.Model;

/// <summary>
/// The tables, the same in every database. Times are Unix milliseconds (SQLite cannot order <see cref="DateTimeOffset"/>), enumerations are their
/// names, so that any tool can read them. Each provider derives a context of its own, because migrations belong to a type of context.
/// </summary>
internal abstract class PhiraDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<DesiredStateRow> DesiredStates => Set<DesiredStateRow>();

    public DbSet<TransitionRow> Transitions => Set<TransitionRow>();

    public DbSet<ConfigRevisionRow> ConfigRevisions => Set<ConfigRevisionRow>();

    public DbSet<BanRow> Bans => Set<BanRow>();

    public DbSet<ServerSettingsRow> ServerSettings => Set<ServerSettingsRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<PermissionGrantRow> PermissionGrants => Set<PermissionGrantRow>();

    public DbSet<PermissionUseRow> PermissionUses => Set<PermissionUseRow>();

    public DbSet<CrashReportRow> CrashReports => Set<CrashReportRow>();

    public DbSet<PluginDataRow> PluginData => Set<PluginDataRow>();

    public DbSet<PluginDataTotalRow> PluginDataTotals => Set<PluginDataTotalRow>();

    public DbSet<UsedRecordRow> UsedRecords => Set<UsedRecordRow>();

    public DbSet<RoundRecordRow> RoundRecords => Set<RoundRecordRow>();

    public DbSet<QuarantineRow> Quarantines => Set<QuarantineRow>();

    public DbSet<LimitOverrideRow> LimitOverrides => Set<LimitOverrideRow>();

    public DbSet<BrowserSessionRow> BrowserSessions => Set<BrowserSessionRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MapPluginHistory(modelBuilder);
        MapPluginData(modelBuilder);
        MapGame(modelBuilder);
        MapAnswerability(modelBuilder);
    }

    private static void MapPluginHistory(ModelBuilder modelBuilder)
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
        modelBuilder.Entity<CrashReportRow>(table =>
        {
            table.ToTable("plugin_crash_reports").HasKey(row => row.Id);
            table.HasIndex(row => new { row.Plugin, row.Id }).HasDatabaseName("plugin_crash_reports_by_plugin");
            table.Property(row => row.Id).HasColumnName("id").ValueGeneratedOnAdd();
            table.Property(row => row.Plugin).HasColumnName("plugin");
            table.Property(row => row.At).HasColumnName("at");
            table.Property(row => row.Report).HasColumnName("report");
        });
    }

    private static void MapPluginData(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<QuarantineRow>(table =>
        {
            table.ToTable("plugin_quarantines").HasKey(row => row.Plugin);
            table.Property(row => row.Plugin).HasColumnName("plugin");
            table.Property(row => row.Sha256).HasColumnName("sha256");
            table.Property(row => row.Reason).HasColumnName("reason");
            table.Property(row => row.Since).HasColumnName("since");
        });
        modelBuilder.Entity<LimitOverrideRow>(table =>
        {
            table.ToTable("plugin_limit_overrides").HasKey(row => new { row.Plugin, row.Limit });
            table.Property(row => row.Plugin).HasColumnName("plugin");
            table.Property(row => row.Limit).HasColumnName("limit_name");
            table.Property(row => row.Value).HasColumnName("value");
        });
        modelBuilder.Entity<PluginDataRow>(table =>
        {
            table.ToTable("plugin_data").HasKey(row => new { row.Plugin, row.Key });
            table.Property(row => row.Plugin).HasColumnName("plugin");
            table.Property(row => row.Key).HasColumnName("key");
            table.Property(row => row.Value).HasColumnName("value");
            table.Property(row => row.IsText).HasColumnName("is_text");
            table.Property(row => row.Size).HasColumnName("size");
            table.Property(row => row.ExpiresAt).HasColumnName("expires_at");
            table.HasIndex(row => new { row.Plugin, row.ExpiresAt }).HasFilter("expires_at IS NOT NULL");
        });
        modelBuilder.Entity<PluginDataTotalRow>(table =>
        {
            table.ToTable("plugin_data_totals").HasKey(row => row.Plugin);
            table.Property(row => row.Plugin).HasColumnName("plugin");
            table.Property(row => row.Size).HasColumnName("size");
        });
    }

    private static void MapGame(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<UsedRecordRow>(table =>
        {
            table.ToTable("used_records").HasKey(row => row.Number);
            table.Property(row => row.Number).HasColumnName("number");
            table.Property(row => row.Record).HasColumnName("record");
        });
        modelBuilder.Entity<RoundRecordRow>(table =>
        {
            table.ToTable("round_records").HasKey(row => row.Number);
            table.HasIndex(row => new { row.User, row.Number }).HasDatabaseName("round_records_by_user");
            table.HasIndex(row => row.At).HasDatabaseName("round_records_by_time");
            table.Property(row => row.Number).HasColumnName("number");
            table.Property(row => row.User).HasColumnName("user");
            table.Property(row => row.Chart).HasColumnName("chart");
            table.Property(row => row.ChartName).HasColumnName("chart_name");
            table.Property(row => row.Room).HasColumnName("room");
            table.Property(row => row.At).HasColumnName("at");
            table.Property(row => row.Record).HasColumnName("record");
            table.Property(row => row.RecordChart).HasColumnName("record_chart");
            table.Property(row => row.Score).HasColumnName("score");
            table.Property(row => row.Accuracy).HasColumnName("accuracy");
            table.Property(row => row.FullCombo).HasColumnName("full_combo");
            table.Property(row => row.Perfect).HasColumnName("perfect");
            table.Property(row => row.Good).HasColumnName("good");
            table.Property(row => row.Bad).HasColumnName("bad");
            table.Property(row => row.Miss).HasColumnName("miss");
            table.Property(row => row.MaxCombo).HasColumnName("max_combo");
        });
        modelBuilder.Entity<BanRow>(table =>
        {
            table.ToTable("bans").HasKey(row => row.Target);
            table.Property(row => row.Target).HasColumnName("target");
            table.Property(row => row.Reason).HasColumnName("reason");
            table.Property(row => row.ExpiresAt).HasColumnName("expires_at");
            table.Property(row => row.BannedBy).HasColumnName("banned_by");
            table.Property(row => row.BannedAt).HasColumnName("banned_at");
        });
        modelBuilder.Entity<ServerSettingsRow>(table =>
        {
            table.ToTable("server_settings").HasKey(row => row.Id);
            table.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
            table.Property(row => row.MessageOfTheDay).HasColumnName("message_of_the_day");
            table.Property(row => row.RoomCreation).HasColumnName("room_creation");
            table.Property(row => row.Maintenance).HasColumnName("maintenance");
            table.Property(row => row.MaintenanceText).HasColumnName("maintenance_text");
            table.Property(row => row.MaintenanceAdmitted).HasColumnName("maintenance_admitted");
            table.Property(row => row.ChangedBy).HasColumnName("changed_by");
            table.Property(row => row.ChangedAt).HasColumnName("changed_at");
        });
    }

    private static void MapAnswerability(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BrowserSessionRow>(table =>
        {
            table.ToTable("browser_sessions").HasKey(row => row.IdHash);
            table.Property(row => row.IdHash).HasColumnName("id_hash");
            table.Property(row => row.TokenFingerprint).HasColumnName("token_fingerprint");
            table.Property(row => row.ExpiresAt).HasColumnName("expires_at");
        });
        modelBuilder.Entity<AuditRow>(table =>
        {
            table.ToTable("audit_log").HasKey(row => row.Number);
            table.HasIndex(row => new { row.Target, row.Number }).HasDatabaseName("audit_log_by_target");
            table.HasIndex(row => new { row.Actor, row.Number }).HasDatabaseName("audit_log_by_actor");
            table.Property(row => row.Number).HasColumnName("number").ValueGeneratedNever();
            table.Property(row => row.At).HasColumnName("at");
            table.Property(row => row.Actor).HasColumnName("actor");
            table.Property(row => row.Action).HasColumnName("action");
            table.Property(row => row.Target).HasColumnName("target");
            table.Property(row => row.Reason).HasColumnName("reason");
            table.Property(row => row.Outcome).HasColumnName("outcome");
            table.Property(row => row.CorrelationId).HasColumnName("correlation_id");
            table.Property(row => row.Hash).HasColumnName("hash");
        });
        modelBuilder.Entity<PermissionGrantRow>(table =>
        {
            table.ToTable("plugin_permission_grants").HasKey(row => new { row.Plugin, row.Permission });
            table.Property(row => row.Plugin).HasColumnName("plugin");
            table.Property(row => row.Permission).HasColumnName("permission");
            table.Property(row => row.Scopes).HasColumnName("scopes");
            table.Property(row => row.GrantedBy).HasColumnName("granted_by");
            table.Property(row => row.GrantedAt).HasColumnName("granted_at");
        });
        modelBuilder.Entity<PermissionUseRow>(table =>
        {
            table.ToTable("plugin_permission_uses").HasKey(row => new { row.Plugin, row.Permission, row.Day });
            table.Property(row => row.Plugin).HasColumnName("plugin");
            table.Property(row => row.Permission).HasColumnName("permission");
            table.Property(row => row.Day).HasColumnName("day");
            table.Property(row => row.Count).HasColumnName("uses");
        });
    }
}
