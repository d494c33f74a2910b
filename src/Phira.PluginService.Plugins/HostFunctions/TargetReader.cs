using Phira.PluginService.Plugins.Permissions;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>Reads from the arguments of a host function what its permission is used on.</summary>
/// <param name="arguments">The arguments in the order of the WIT file.</param>
internal delegate PermissionTarget TargetReader(ReadOnlySpan<ComponentValue> arguments);
