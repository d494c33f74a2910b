using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>A host interface that keeps something of a plugin while its instances come and go.</summary>
/// <typeparam name="TInstance">Serves one instance: its methods are the handlers.</typeparam>
/// <typeparam name="TState">The state of a plugin. It is disposed when the plugin is removed, if it is disposable.</typeparam>
/// <param name="name">The name in the WIT package.</param>
/// <param name="functions">The functions, in the order of the WIT file.</param>
internal abstract class StatefulHostInterface<TInstance, TState>(string name, params ImmutableArray<HostFunction<TInstance>> functions)
    : HostInterface(name, ImmutableArray<HostFunction>.CastUp(functions))
    where TInstance : class
    where TState : class
{
    /// <inheritdoc />
    public sealed override object CreateState(PluginName plugin) => CreatePluginState(plugin);

    /// <inheritdoc />
    public sealed override BoundInterface Bind(InstanceScope scope, object? state)
    {
        var instance = CreateInstance(scope, (TState)state!);
        return new BoundInterface(this, instance, [.. functions.Select(function => function.Bind(instance))]);
    }

    /// <summary>Creates the state of a plugin. Several of its instances may use it at once.</summary>
    protected abstract TState CreatePluginState(PluginName plugin);

    /// <summary>Creates the handlers of one instance.</summary>
    protected abstract TInstance CreateInstance(InstanceScope scope, TState state);
}
