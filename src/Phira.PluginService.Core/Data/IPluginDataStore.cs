using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Data;

/// <summary>
/// Keeps what plugins keep, each plugin apart from the others. A completed call has reached the disk. Expired values are as if they
/// were not there.
/// </summary>
public interface IPluginDataStore
{
    /// <summary>Reads a value.</summary>
    /// <returns>The value, or null when there is none.</returns>
    Task<PluginValue?> GetAsync(PluginName plugin, string key, CancellationToken cancellationToken);

    /// <summary>Sets a value.</summary>
    /// <param name="expiresAt">Time at which the value disappears; null for never.</param>
    /// <param name="quotaBytes">Maximum size of the plugin's keys (as UTF-8) and values together, in bytes.</param>
    /// <param name="cancellationToken">Cancels waiting; the value may have been written.</param>
    /// <returns>Success, or <c>storage.quota_exceeded</c>; then nothing has changed.</returns>
    Task<Result> SetAsync(
        PluginName plugin, string key, PluginValue value, DateTimeOffset? expiresAt, long quotaBytes, CancellationToken cancellationToken);

    /// <summary>Removes a value.</summary>
    /// <param name="cancellationToken">Cancels waiting; the value may have been removed.</param>
    /// <returns>Whether there was one.</returns>
    Task<bool> DeleteAsync(PluginName plugin, string key, CancellationToken cancellationToken);

    /// <summary>Lists keys in the order of their bytes.</summary>
    /// <param name="prefix">Prefix of the keys; empty for all.</param>
    /// <param name="after">Only keys after this one; null from the first.</param>
    /// <param name="count">Maximum number of keys.</param>
    Task<IReadOnlyList<string>> ListAsync(PluginName plugin, string prefix, string? after, int count, CancellationToken cancellationToken);

    /// <summary>Sets a text only when the present one is as expected, in one step.</summary>
    /// <param name="expected">The present text; null when there must be none.</param>
    /// <param name="value">The new text; null removes it.</param>
    /// <param name="quotaBytes">As for <see cref="SetAsync"/>.</param>
    /// <param name="cancellationToken">Cancels waiting; the value may have been written.</param>
    /// <returns>Whether the value was as expected, or <c>storage.quota_exceeded</c>.</returns>
    Task<Result<bool>> CompareAndSetAsync(
        PluginName plugin, string key, string? expected, string? value, long quotaBytes, CancellationToken cancellationToken);
}
