namespace Phira.PluginService.Core.Events;

/// <summary>The server accepts players.</summary>
public sealed record ServerStarted() : GameEvent(EventTypes.ServerStarted);
