using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Plugins;

/// <summary>Keeps the state of plugins over restarts. A completed call has reached the disk.</summary>
public interface IPluginStore
{
    /// <summary>Reads what the administrator wants of every plugin ever touched.</summary>
    Task<IReadOnlyDictionary<PluginName, DesiredState>> GetDesiredStatesAsync(CancellationToken cancellationToken);

    /// <summary>Writes what the administrator wants of a plugin.</summary>
    Task SetDesiredStateAsync(PluginName plugin, DesiredState state, CancellationToken cancellationToken);

    /// <summary>Appends state changes to the history.</summary>
    /// <param name="transitions">The changes, oldest first.</param>
    Task AppendTransitionsAsync(IReadOnlyList<PluginTransition> transitions, CancellationToken cancellationToken);

    /// <summary>Reads the history of one plugin, newest first.</summary>
    /// <param name="count">Maximum number of transitions.</param>
    Task<IReadOnlyList<PluginTransition>> GetTransitionsAsync(PluginName plugin, int count, CancellationToken cancellationToken);

    /// <summary>Reads the newest configuration revision of a plugin.</summary>
    /// <returns>The revision, or null when none was ever stored.</returns>
    Task<ConfigRevision?> GetConfigAsync(PluginName plugin, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a new configuration revision, unless somebody else did so meanwhile. Of those that the plugin itself wrote (author
    /// <c>plugin:NAME</c>) the newest 100 are kept.
    /// </summary>
    /// <param name="expectedRevision">The revision the author saw; 0 for none.</param>
    /// <param name="json">The overlay: one JSON object.</param>
    /// <returns>The new revision, or <c>config.changed_meanwhile</c>.</returns>
    Task<Result<ConfigRevision>> AppendConfigAsync(
        PluginName plugin, int expectedRevision, string json, string author, CancellationToken cancellationToken);

    /// <summary>Reads the configuration revisions of a plugin, newest first.</summary>
    /// <param name="count">Maximum number of revisions.</param>
    Task<IReadOnlyList<ConfigRevision>> GetConfigHistoryAsync(PluginName plugin, int count, CancellationToken cancellationToken);

    /// <summary>Reads the versions that are in quarantine.</summary>
    Task<IReadOnlyList<Quarantine>> GetQuarantinesAsync(CancellationToken cancellationToken);

    /// <summary>Puts a version into quarantine, in place of an earlier entry of the same plugin.</summary>
    /// <param name="quarantine">The version and the reason.</param>
    Task SetQuarantineAsync(Quarantine quarantine, CancellationToken cancellationToken);

    /// <summary>Lets a plugin out of quarantine.</summary>
    Task RemoveQuarantineAsync(PluginName plugin, CancellationToken cancellationToken);

    /// <summary>Reads what administrators decided about a plugin's limits.</summary>
    /// <returns>Values by name of the limit.</returns>
    Task<IReadOnlyDictionary<string, long>> GetLimitOverridesAsync(PluginName plugin, CancellationToken cancellationToken);

    /// <summary>Replaces what administrators decided about a plugin's limits, in one step.</summary>
    /// <param name="overrides">Values by name of the limit; empty takes all decisions back.</param>
    Task SetLimitOverridesAsync(PluginName plugin, IReadOnlyDictionary<string, long> overrides, CancellationToken cancellationToken);
}
