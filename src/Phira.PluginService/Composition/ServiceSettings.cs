using Phira.PluginService.Auth;
using Phira.PluginService.Configuration;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Http;
using Phira.PluginService.Logging;
using Phira.PluginService.Plugins.Interfaces;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Telemetry;

namespace Phira.PluginService.Composition;

/// <summary>The sections of this service's configuration.</summary>
internal static class ServiceSettings
{
    public static SettingsCatalog Catalog { get; } = new(
    [
        new("game", typeof(GameServerOptions)),
        new(HttpOptions.Section, typeof(HttpOptions)),
        new("plugins", typeof(PluginsOptions))
        {
            Only =
            [
                nameof(PluginsOptions.Directory),
                nameof(PluginsOptions.SamplesDirectory),
                nameof(PluginsOptions.GalleryDirectory),
                nameof(PluginsOptions.CacheDirectory),
                nameof(PluginsOptions.PackagesDirectory),
                nameof(PluginsOptions.KeptVersions),
                nameof(PluginsOptions.Approval),
                nameof(PluginsOptions.CompileWorkers),
                nameof(PluginsOptions.CompileMemoryBytes),
                nameof(PluginsOptions.CompileCpuSecs),
                nameof(PluginsOptions.CommandTimeout),
                nameof(PluginsOptions.StopDeadline),
                nameof(PluginsOptions.HealthInterval),
                nameof(PluginsOptions.RollbackWindow),
                nameof(PluginsOptions.RecoveredAfter),
                nameof(PluginsOptions.LogLinesPerSecond),
                nameof(PluginsOptions.LogBytes),
                nameof(PluginsOptions.LogsDirectory),
                nameof(PluginsOptions.ModerationsPerSecond),
                nameof(PluginsOptions.FilesDirectory),
            ],
        },
        new("health", typeof(PluginsOptions)) { Part = nameof(PluginsOptions.Health) },
        new("hot_reload", typeof(PluginsOptions)) { Part = nameof(PluginsOptions.HotReload) },
        new("limits", typeof(PluginsOptions)) { Part = nameof(PluginsOptions.DefaultLimits) },
        new("limits.maximum", typeof(PluginsOptions)) { Part = nameof(PluginsOptions.MaximumLimits) },
        new("security", typeof(PluginsOptions)) { Part = nameof(PluginsOptions.Security) },
        new("events", typeof(PluginsOptions))
        {
            Only = [nameof(PluginsOptions.EventDeadline), nameof(PluginsOptions.QueueCapacity)],
        },
        .. HostInterfaces.Settings.Select(settings => new SettingsSection(settings.Section, settings.Options)),
        new("phira_api", typeof(PhiraApiOptions)),
        new(AuthOptions.Section, typeof(AuthOptions)),
        new("storage", typeof(StorageOptions)),
        new(TelemetryOptions.Section, typeof(TelemetryOptions)),
        new(LoggingOptions.Section, typeof(LoggingOptions)),
    ]);
}
