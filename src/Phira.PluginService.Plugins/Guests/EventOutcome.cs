namespace Phira.PluginService.Plugins.Guests;

/// <summary>What a handler wants done about a before-event.</summary>
/// <param name="CancelReason">Refuse it for this reason.</param>
/// <param name="Replacement">Go on with this text.</param>
internal readonly record struct EventOutcome(string? CancelReason, string? Replacement);
