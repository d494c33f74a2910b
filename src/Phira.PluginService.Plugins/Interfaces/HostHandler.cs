using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>Carries out one host function, on the plugin's own thread.</summary>
/// <param name="arguments">The arguments in the order of the WIT file.</param>
internal delegate HostReply HostHandler(HostContext context, ReadOnlySpan<ComponentValue> arguments);
