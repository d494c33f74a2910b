using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Lifecycle.Blueprints;

/// <summary>
/// Keeps the versions of plugins that were active. All of it may be called within an operation of a plugin: the manager is never asked
/// for anything.
/// </summary>
internal interface IVersionStore
{
    /// <summary>Cleans up what a previous process left in the middle of its work. Called once, before plugins are looked for.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Keeps a copy of the folder that a version was loaded from, unless there is one. A failure is logged: it costs the way back, not the
    /// version.
    /// </summary>
    Task KeepAsync(PluginBlueprint blueprint, ChangeCause cause);

    /// <summary>Whether a version of a plugin was ever active.</summary>
    Task<bool> HasRunAsync(PluginName plugin, string sha256, CancellationToken cancellationToken);

    /// <summary>
    /// Puts the version that was active before a bad one back into the plugin's folder, in one step. Loading it is left to the caller.
    /// </summary>
    /// <param name="bad">Hashes of the components that must not come back: the one in the folder, and those that failed before it.</param>
    /// <param name="cancellationToken">Cancels the operation, before the folder is changed.</param>
    /// <returns>
    /// The version that is in the folder now; <c>package.no_version</c> when none is left to go back to; <c>package.changed_meanwhile</c>
    /// when something else than a bad version is in the folder by now, which is then left alone.
    /// </returns>
    Task<Result<PackageVersion>> PutBackAsync(
        PluginName plugin, IReadOnlySet<string> bad, ChangeCause cause, CancellationToken cancellationToken);
}
