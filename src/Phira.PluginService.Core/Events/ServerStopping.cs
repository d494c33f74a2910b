namespace Phira.PluginService.Core.Events;

/// <summary>The server begins to shut down.</summary>
public sealed record ServerStopping() : GameEvent(EventTypes.ServerStopping);
