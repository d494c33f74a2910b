using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Limits;

/// <summary>Lets administrators change what single plugins may use while they run.</summary>
public interface IPluginLimits
{
    /// <summary>Reads the limits of a plugin.</summary>
    Task<Result<PluginLimits>> GetAsync(PluginName plugin, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces what administrators decided about a plugin's limits; empty takes all decisions back. Kept over restarts. Effective from
    /// the next call on; where the running instance cannot take a limit over, the plugin is reloaded.
    /// </summary>
    /// <param name="overrides">Values by name of the limit.</param>
    /// <param name="cause">The author and the reason.</param>
    /// <param name="cancellationToken">Cancels waiting; the values may have been written.</param>
    /// <returns>The limits, or every value that is unknown, too low or above the host's maximum.</returns>
    Task<Result<PluginLimits>> SetAsync(
        PluginName plugin, IReadOnlyDictionary<string, long> overrides, ChangeCause cause, CancellationToken cancellationToken);
}
