using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Hosting;

/// <summary>Tells whether the service serves players, for probes and for the metrics.</summary>
internal sealed class ServiceReadiness(IPluginManager plugins, ListeningPorts ports, IStorageHealth storage, IGameDrain drain)
{
    public ReadinessStatus Status
    {
        get
        {
            if (drain.Status is not null)
            {
                return ReadinessStatus.Stopping;
            }

            if (!plugins.IsReady || ports.Game is null)
            {
                return ReadinessStatus.Starting;
            }

            return storage.Problem is null ? ReadinessStatus.Ready : ReadinessStatus.StorageProblem;
        }
    }
}
