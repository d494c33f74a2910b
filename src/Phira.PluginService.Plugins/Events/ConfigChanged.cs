using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.Events;

/// <summary>A plugin's configuration changed.</summary>
/// <param name="Plugin">Which plugin.</param>
/// <param name="Revision">The stored revision.</param>
internal sealed record ConfigChanged(PluginName Plugin, int Revision) : GameEvent(EventTypes.ConfigChanged);
