using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Configuration;

/// <summary>Stores what a plugin changes in its own configuration.</summary>
internal interface IConfigSaver
{
    /// <summary>Stores all values as a new revision.</summary>
    Task<Result<int>> SaveAsync(PluginName plugin, int expectedRevision, string valuesJson, CancellationToken cancellationToken);
}
