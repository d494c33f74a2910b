using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Events;

/// <summary>Makes of a before-event what it is with the value that a handler put in place of the event's own.</summary>
/// <param name="gameEvent">The event as the handler saw it.</param>
/// <param name="value">The handler's value; what it means depends on the event (<c>wit/event-handler.wit</c>).</param>
/// <param name="cancellationToken">The player's request is given up.</param>
/// <returns>The event with the value; an error when the value is malformed or not allowed.</returns>
public delegate ValueTask<Result<GameEvent>> EventReplacement(GameEvent gameEvent, string value, CancellationToken cancellationToken);
