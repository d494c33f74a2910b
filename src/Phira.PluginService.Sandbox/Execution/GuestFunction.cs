using Phira.PluginService.Sandbox.Native;
using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>An exported function of an instance.</summary>
/// <param name="Name">Interface and function, for example <c>event-handler.on-event</c>.</param>
internal sealed record GuestFunction(string Name, NativeFunction Native, FunctionLayout Layout);
