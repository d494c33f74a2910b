using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Permissions;

/// <summary>Keeps grants and how they are used over restarts. A completed call has reached the disk.</summary>
public interface IPermissionStore
{
    /// <summary>Reads what a plugin is allowed.</summary>
    Task<IReadOnlyList<PermissionGrant>> GetGrantsAsync(PluginName plugin, CancellationToken cancellationToken);

    /// <summary>Replaces all that a plugin is allowed, in one step.</summary>
    /// <param name="grants">The grants from now on; empty takes everything away.</param>
    /// <param name="cancellationToken">Cancels waiting; the grants may have been written.</param>
    Task SetGrantsAsync(PluginName plugin, IReadOnlyList<PermissionGrant> grants, CancellationToken cancellationToken);

    /// <summary>Adds uses to those counted before.</summary>
    /// <param name="uses">The uses; several of one day and permission are summed.</param>
    Task AddUsesAsync(IReadOnlyList<PermissionUse> uses, CancellationToken cancellationToken);

    /// <summary>Sums the uses of a plugin by permission.</summary>
    /// <param name="since">The first day that counts.</param>
    Task<IReadOnlyDictionary<string, long>> GetUsesAsync(PluginName plugin, DateOnly since, CancellationToken cancellationToken);
}
