namespace Phira.PluginService.Core.Results;

/// <summary>Failures around events.</summary>
public static class EventErrors
{
    /// <summary>{0}: event type, {1}: the value that a handler wants in place of the event's own, {2}: what is accepted.</summary>
    public static readonly ErrorCode ReplacementRefused = new("event.replacement_refused", ErrorKind.InvalidArgument);
}
