using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>The calls that were counted of and to one plugin.</summary>
internal sealed class CallerTraffic(PluginName plugin, ServiceTraffic traffic) : IUnloadObserver
{
    /// <inheritdoc />
    public void OnUnloaded() => traffic.Forget(plugin);
}
