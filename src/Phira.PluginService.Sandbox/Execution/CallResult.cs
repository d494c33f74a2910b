using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>The result of a call into a guest.</summary>
/// <param name="Value">The value that it returned, to be read before the next call; null when it returns nothing or failed.</param>
/// <param name="Fault">The fault by which the instance is lost; null when it is not lost.</param>
internal readonly record struct CallResult(ValueReader? Value, GuestFault? Fault, CallCost Cost);
