namespace Phira.PluginService.Core.Bans;

/// <summary>Keeps bans over restarts. A completed call has reached the disk.</summary>
public interface IBanStore
{
    /// <summary>Reads all bans, those that have expired but were not removed yet included.</summary>
    Task<IReadOnlyList<Ban>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>Writes a ban, in place of an earlier one of the same target.</summary>
    Task SetAsync(Ban ban, CancellationToken cancellationToken);

    /// <summary>Removes the ban of a target.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(BanTarget target, CancellationToken cancellationToken);
}
