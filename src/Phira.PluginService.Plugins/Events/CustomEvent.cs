using Phira.PluginService.Core.Events;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An event that a plugin emitted.</summary>
internal sealed record CustomEvent(string Name, string Source, string Data, WorkOrigin Origin) : GameEvent(Name);
