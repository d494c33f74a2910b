using System.Collections.Immutable;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>The state that the host functions keep of one plugin while its instances come and go.</summary>
/// <param name="States">The state of each host interface, in the order of <see cref="HostInterfaceSet.All"/>.</param>
/// <param name="Moderations">The rate at which it may moderate.</param>
internal sealed record PluginHostState(ImmutableArray<object?> States, TokenBucket Moderations) : IDisposable
{
    /// <summary>The plugin is unloaded: ends what does not outlast that.</summary>
    public void OnUnloaded()
    {
        foreach (var state in States.OfType<IUnloadObserver>())
        {
            state.OnUnloaded();
        }
    }

    /// <summary>The plugin is removed: what has to be taken back of what is kept of it, is.</summary>
    public void Dispose()
    {
        foreach (var state in States.OfType<IDisposable>())
        {
            state.Dispose();
        }
    }
}
