using Phira.PluginService.Sandbox.Execution;

namespace Phira.PluginService.Plugins.Guests;

/// <summary>The answer of a plugin: a value, an error of its own in words, or the loss of the instance.</summary>
/// <param name="Value">The value after success.</param>
/// <param name="Refusal">The plugin's own words when it returned an error.</param>
internal readonly record struct GuestAnswer<T>(T? Value, string? Refusal, GuestFault? Fault);
