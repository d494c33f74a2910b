using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>Carries out one host function for one instance, on the plugin's own thread.</summary>
/// <param name="arguments">The arguments in the order of the WIT file.</param>
internal delegate HostReply HostHandler(ReadOnlySpan<ComponentValue> arguments);
