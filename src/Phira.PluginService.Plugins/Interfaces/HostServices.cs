using Phira.PluginService.Core.Game;
using Phira.PluginService.Plugins.Commands;
using Phira.PluginService.Plugins.Interfaces.Configuration;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>What host functions need of the rest of the host.</summary>
/// <param name="Queries">Reads the game.</param>
/// <param name="Game">Acts on the game.</param>
/// <param name="Commands">Knows who owns which command.</param>
/// <param name="Configurations">Stores what a plugin changes in its own configuration.</param>
/// <param name="Time">The clocks.</param>
internal sealed record HostServices(
    IGameQueries Queries, IGameCommands Game, ICommandClaims Commands, IConfigSaver Configurations, TimeProvider Time);
