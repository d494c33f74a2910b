using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>How a call into a guest ended.</summary>
/// <param name="Value">What it returned; null when it returns nothing or failed.</param>
/// <param name="Fault">Why the instance is lost; null when it is not.</param>
internal readonly record struct CallResult(ComponentValue? Value, GuestFault? Fault, CallCost Cost);
