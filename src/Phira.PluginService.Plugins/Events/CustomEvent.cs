using Phira.PluginService.Core.Events;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An event that a plugin emitted.</summary>
/// <param name="Name">The event type.</param>
/// <param name="Source">The plugin that emitted it.</param>
/// <param name="Data">One JSON value.</param>
/// <param name="Depth">How many events caused one another up to this one, itself included.</param>
internal sealed record CustomEvent(string Name, string Source, string Data, int Depth) : GameEvent(Name);
