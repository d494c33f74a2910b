using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.Events;

/// <summary>A plugin's configuration changed.</summary>
internal sealed record ConfigChanged(PluginName Plugin, int Revision) : GameEvent(EventTypes.ConfigChanged);
