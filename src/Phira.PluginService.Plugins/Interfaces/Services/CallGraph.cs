using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>
/// The plugins that wait for one another at this moment. A plugin that waits takes no work, so a call that would close a cycle could only end
/// by running out of time: it is refused before it begins, whether the cycle comes from one chain of calls or from several that meet.
/// </summary>
internal sealed class CallGraph(ServiceRegistry registry)
{
    private readonly Lock _lock = new();

    // An instance has one thread, so it waits for one plugin at a time.
    private readonly Dictionary<HostContext, PluginName> _waits = [];

    /// <summary>An instance begins to wait for a plugin, unless that would close a cycle.</summary>
    /// <returns>The cycle, from the caller back to it; empty when the instance waits now.</returns>
    public ImmutableArray<PluginName> Begin(HostContext caller, PluginName provider)
    {
        lock (_lock)
        {
            if (IsServing(caller) && Path(provider, caller.Plugin) is { } path)
            {
                return [caller.Plugin, .. path];
            }

            _waits[caller] = provider;
            return [];
        }
    }

    /// <summary>Removes an instance that no longer waits.</summary>
    public void End(HostContext caller)
    {
        lock (_lock)
        {
            _waits.Remove(caller);
        }
    }

    private List<PluginName>? Path(PluginName from, PluginName to)
    {
        var cameFrom = new Dictionary<PluginName, PluginName?> { [from] = null };
        var open = new Queue<PluginName>([from]);
        while (open.TryDequeue(out var plugin))
        {
            if (plugin == to)
            {
                return Unwind(cameFrom, to);
            }

            foreach (var (waiting, provider) in _waits)
            {
                if (waiting.Plugin == plugin && IsServing(waiting) && cameFrom.TryAdd(provider, plugin))
                {
                    open.Enqueue(provider);
                }
            }
        }

        return null;
    }

    private static List<PluginName> Unwind(Dictionary<PluginName, PluginName?> cameFrom, PluginName to)
    {
        var path = new List<PluginName>();
        for (PluginName? plugin = to; plugin is not null; plugin = cameFrom[plugin])
        {
            path.Insert(0, plugin);
        }

        return path;
    }

    // A new version that is being made beside the active one keeps nobody waiting. Between the two, what both do delays those who call.
    private bool IsServing(HostContext instance) =>
        registry.Find(instance.Plugin) is not { Mailbox.Server: { } server } || server == instance;
}
