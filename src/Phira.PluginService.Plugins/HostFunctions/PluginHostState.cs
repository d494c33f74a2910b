using System.Collections.Immutable;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>The state that the host functions keep of one plugin while its instances come and go.</summary>
/// <param name="States">The state of each host interface, in the order of <see cref="HostInterfaceSet.All"/>.</param>
/// <param name="Moderations">The rate at which it may moderate.</param>
internal sealed record PluginHostState(ImmutableArray<object?> States, TokenBucket Moderations) : IDisposable
{
    /// <summary>Ends the state that does not outlast the loaded plugin.</summary>
    public void OnUnloaded()
    {
        foreach (var state in States.OfType<IUnloadObserver>())
        {
            state.OnUnloaded();
        }
    }

    /// <summary>Takes back the state that is kept while the plugin is unloaded, because the plugin is removed.</summary>
    public void Dispose()
    {
        foreach (var state in States.OfType<IDisposable>())
        {
            state.Dispose();
        }
    }
}
