using System.Collections.Immutable;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>A host interface that this version of the host answers with <c>unavailable</c>.</summary>
/// <param name="name">Its name in the WIT package.</param>
/// <param name="functions">Its functions with the permissions that they will need, in the order of the WIT file.</param>
internal abstract class UnofferedInterface(string name, params ImmutableArray<(string Name, string? Permission)> functions)
    : HostInterface<object>(name, [.. functions.Select(function => new HostFunction<object>(function.Name, Handler: null) { Permission = function.Permission })])
{
    /// <inheritdoc />
    protected sealed override object CreateInstance(InstanceScope scope) => this;
}
