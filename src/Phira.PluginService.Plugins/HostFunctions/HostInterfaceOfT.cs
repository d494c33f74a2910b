using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>A host interface that keeps nothing of a plugin beyond its instances.</summary>
/// <typeparam name="TInstance">Serves one instance: its methods are the handlers.</typeparam>
/// <param name="name">The name in the WIT package.</param>
/// <param name="functions">The functions, in the order of the WIT file.</param>
internal abstract class HostInterface<TInstance>(string name, params ImmutableArray<HostFunction<TInstance>> functions)
    : HostInterface(name, ImmutableArray<HostFunction>.CastUp(functions))
    where TInstance : class
{
    /// <inheritdoc />
    public sealed override object? CreateState(PluginName plugin) => null;

    /// <inheritdoc />
    public sealed override BoundInterface Bind(InstanceScope scope, object? state)
    {
        var instance = CreateInstance(scope);
        return new BoundInterface(this, instance, [.. functions.Select(function => function.Bind(instance))]);
    }

    /// <summary>Creates the handlers of one instance.</summary>
    protected abstract TInstance CreateInstance(InstanceScope scope);
}
