using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Permissions;

/// <summary>Lets administrators decide what plugins may do.</summary>
public interface IPluginPermissions
{
    /// <summary>Reads what a plugin asks for, is allowed and uses.</summary>
    Task<Result<PluginPermissions>> GetAsync(PluginName plugin, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces all that a plugin is allowed; empty takes everything away. It takes effect at once, also for the running instance; a
    /// plugin that waited only for this is loaded.
    /// </summary>
    /// <param name="grants">The permissions to grant.</param>
    /// <param name="cause">The author and the reason.</param>
    /// <param name="cancellationToken">Cancels waiting; the grants may have been written.</param>
    Task<Result<PluginPermissions>> GrantAsync(
        PluginName plugin, IReadOnlyList<GrantRequest> grants, ChangeCause cause, CancellationToken cancellationToken);
}
