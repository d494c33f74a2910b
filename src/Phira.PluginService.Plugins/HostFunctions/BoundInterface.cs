using System.Collections.Immutable;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>A host interface with the object that serves one instance.</summary>
/// <param name="Instance">Holds the handlers. It is disposed with the instance if it can be; then that may happen on any thread, and twice.</param>
internal sealed record BoundInterface(HostInterface Definition, object Instance, ImmutableArray<BoundFunction> Functions);
