namespace Phira.PluginService.Plugins.Events;

/// <summary>The decision of a handler about a before-event.</summary>
internal readonly record struct EventOutcome(string? CancelReason, string? Replacement);
