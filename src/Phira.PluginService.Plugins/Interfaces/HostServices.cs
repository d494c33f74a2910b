using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Commands;
using Phira.PluginService.Plugins.Interfaces.Configuration;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>What host functions need of the rest of the host.</summary>
internal sealed record HostServices(
    IGameQueries Queries, IGameCommands Game, ICommandClaims Commands, IConfigSaver Configurations, TimeProvider Time)
{
    /// <summary>Who is kept out.</summary>
    public required IBans Bans { get; init; }

    /// <summary>Manages rooms.</summary>
    public required IRoomCommands Rooms { get; init; }

    /// <summary>Knows whether what is done now can be recorded.</summary>
    public required IStorageHealth Storage { get; init; }

    /// <summary>Writes down how permissions are used.</summary>
    public required PermissionUsageRecorder Permissions { get; init; }
}
