using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Interfaces.Configuration;

/// <summary>Stores what a plugin changes in its own configuration.</summary>
internal interface IConfigSaver
{
    /// <summary>Stores all values as a new revision.</summary>
    /// <param name="plugin">Whose configuration.</param>
    /// <param name="expectedRevision">The revision the plugin saw.</param>
    /// <param name="valuesJson">All values: one JSON object.</param>
    /// <param name="cancellationToken">The call's time is over.</param>
    /// <returns>The new revision.</returns>
    Task<Result<int>> SaveAsync(PluginName plugin, int expectedRevision, string valuesJson, CancellationToken cancellationToken);
}
