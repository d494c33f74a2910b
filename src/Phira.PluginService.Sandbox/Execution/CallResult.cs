using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>How a call into a guest ended.</summary>
/// <param name="Value">What it returned, to be read before the next call; null when it returns nothing or failed.</param>
/// <param name="Fault">Why the instance is lost; null when it is not.</param>
internal readonly record struct CallResult(ValueReader? Value, GuestFault? Fault, CallCost Cost);
