using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.Events;

/// <summary>A plugin of this host changed its state.</summary>
/// <param name="OldState">The state before; empty when it was just found.</param>
internal sealed record PluginStateChanged(PluginName Plugin, string OldState, string NewState)
    : GameEvent(EventTypes.PluginStateChanged);
