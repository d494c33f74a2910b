namespace Phira.PluginService.Plugins.Events;

/// <summary>What a handler wants done about a before-event.</summary>
internal readonly record struct EventOutcome(string? CancelReason, string? Replacement);
