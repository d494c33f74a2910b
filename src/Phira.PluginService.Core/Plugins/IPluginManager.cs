using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Plugins;

/// <summary>Manages the plugins of this host.</summary>
public interface IPluginManager
{
    /// <summary>
    /// Raised after each change of state or configuration, on any thread, with the new snapshot. Handlers return quickly and do not throw.
    /// </summary>
    event Action<PluginSnapshot>? Changed;

    /// <summary>
    /// Whether the first loading is over: every plugin is running or has said why not. Plugins that never ran are not waited for when one
    /// of them takes long to compile.
    /// </summary>
    bool IsReady { get; }

    /// <summary>All plugins, ordered by name. Never blocks.</summary>
    IReadOnlyList<PluginSnapshot> List();

    /// <summary>Finds a plugin. Never blocks.</summary>
    /// <returns>The snapshot, or null when there is no such plugin.</returns>
    PluginSnapshot? Find(PluginName plugin);

    /// <summary>
    /// Carries out an operation; operations on one plugin run one after the other. <see cref="PluginOperation.Load"/> also finds a
    /// plugin whose folder is new.
    /// </summary>
    /// <param name="cascade">
    /// Whether running plugins that need this one may be taken down with it, in reverse order; after a reload they come back in order.
    /// Otherwise the answer is <c>plugin.has_dependents</c> while there are any.
    /// </param>
    /// <param name="cause">The author and the reason.</param>
    /// <param name="cancellationToken">Cancels waiting; an operation that has begun is finished.</param>
    /// <returns>The plugin afterwards, or the reason why the operation failed.</returns>
    Task<Result<PluginSnapshot>> ExecuteAsync(
        PluginName plugin, PluginOperation operation, bool cascade, ChangeCause cause, CancellationToken cancellationToken);

    /// <summary>
    /// Brings every plugin in line with the plugins directory now, also where hot reload is off: loads new ones, reloads changed ones, unloads
    /// those whose folder is gone and tries failed ones again. A version in quarantine stays there.
    /// </summary>
    /// <param name="cause">The author and the reason.</param>
    /// <param name="cancellationToken">Cancels waiting; an operation that has begun is finished.</param>
    /// <returns>All plugins afterwards, or the reason why the directory cannot be read.</returns>
    Task<Result<IReadOnlyList<PluginSnapshot>>> RescanAsync(ChangeCause cause, CancellationToken cancellationToken);

    /// <summary>Reads the effective configuration, without secrets.</summary>
    Task<Result<PluginConfig>> GetConfigAsync(PluginName plugin, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the configuration: checked against the schema, then by the plugin, delivered to the plugin (by
    /// <c>on-config-changed</c> or, without that export, by a reload), and stored when the plugin has taken it.
    /// </summary>
    /// <param name="valuesJson">All values: one JSON object.</param>
    /// <param name="expectedRevision">The revision the author saw; null to skip the check.</param>
    /// <param name="cause">The author and the reason.</param>
    Task<Result<PluginConfig>> SetConfigAsync(
        PluginName plugin, string valuesJson, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken);

    /// <summary>Puts a previous configuration back, as a new revision: checked, delivered and stored as a new one is.</summary>
    /// <param name="revision">The revision to put back; 0 for the manifest's defaults.</param>
    /// <param name="expectedRevision">The effective revision that the author saw; null to skip the check.</param>
    /// <param name="cause">The author and the reason.</param>
    /// <returns>The effective configuration, or <c>config.no_revision</c>.</returns>
    Task<Result<PluginConfig>> RestoreConfigAsync(
        PluginName plugin, int revision, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken);
}
