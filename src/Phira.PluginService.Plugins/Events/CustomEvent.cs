using Phira.PluginService.Core.Events;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An event that a plugin emitted.</summary>
internal sealed record CustomEvent(string Name, string Source, string Data, int Depth) : GameEvent(Name);
