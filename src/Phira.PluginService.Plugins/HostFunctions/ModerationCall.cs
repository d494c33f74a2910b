namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>A call that a plugin must answer for, as it is written to the audit log.</summary>
/// <param name="Action">The action, as a stable dotted name: <c>user.kick</c>.</param>
/// <param name="Target">The user or room that it concerns: <c>user:100</c>.</param>
/// <param name="Reason">The reason in the words of the plugin; empty when it gives none.</param>
internal sealed record ModerationCall(string Action, string Target, string Reason);
