using Wasmtime.Components;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>Reads from the arguments of a host function what is written to the audit log.</summary>
/// <param name="arguments">The arguments in the order of the WIT file.</param>
internal delegate ModerationCall ModerationReader(ReadOnlySpan<ComponentValue> arguments);
