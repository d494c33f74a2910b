using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Packages;

/// <summary>Installs packed plugins and keeps their previous versions.</summary>
public interface IPluginPackages
{
    /// <summary>Examines a package without installing it.</summary>
    /// <param name="package">The <c>.zip</c>, or a component; read once, from where it stands.</param>
    /// <param name="bare">The treatment of a component.</param>
    /// <returns>The report, which also holds every problem of the package; never fails.</returns>
    Task<PackageReport> InspectAsync(Stream package, BareComponent bare, CancellationToken cancellationToken);

    /// <summary>
    /// Installs a package: puts what is in the plugin's folder now aside, replaces it in one step, and loads or reloads the plugin.
    /// When the new version does not come up while the old one ran, the old one keeps running and the folder is as it was.
    /// </summary>
    /// <param name="package">The <c>.zip</c>, or a component.</param>
    /// <param name="bare">The treatment of a component, and whether to install it.</param>
    /// <param name="cause">The author and the reason.</param>
    /// <returns>The report, <c>package.refused</c> with every problem as a cause, or the reason why the new version did not start.</returns>
    Task<Result<PackageReport>> InstallAsync(Stream package, BareComponent bare, ChangeCause cause, CancellationToken cancellationToken);

    /// <summary>Examines a component that lies in the plugins directory without a manifest, and proposes one.</summary>
    /// <param name="plugin">The name that it is listed under.</param>
    /// <param name="language">Language of the comments in the proposed manifest.</param>
    /// <returns>The report, or <c>package.not_loose</c>.</returns>
    Task<Result<PackageReport>> InspectLooseAsync(PluginName plugin, Language language, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a plugin of a component that lies in the plugins directory without a manifest: it moves into a folder of its own, together with
    /// the manifest, in one step, and is loaded.
    /// </summary>
    /// <param name="plugin">The name that it is listed under.</param>
    /// <param name="manifest">Text of its manifest; null for the proposed one.</param>
    /// <param name="language">Language of the comments in the proposed manifest.</param>
    /// <param name="cause">The author and the reason.</param>
    /// <returns>The report, or the reason why it is not adopted or does not start.</returns>
    Task<Result<PackageReport>> AdoptAsync(
        PluginName plugin, string? manifest, Language language, ChangeCause cause, CancellationToken cancellationToken);

    /// <summary>Lists the versions that are kept, newest first.</summary>
    Task<Result<IReadOnlyList<PackageVersion>>> GetVersionsAsync(PluginName plugin, CancellationToken cancellationToken);

    /// <summary>Packs a plugin so that it can be installed elsewhere: every file of its folder, without configuration, grants and data.</summary>
    /// <param name="versionId">The kept version to pack; null for what is in the plugin's folder.</param>
    /// <returns>The package, <c>plugin.not_found</c>, <c>package.version_not_found</c>, or the reason why the folder cannot be packed.</returns>
    Task<Result<PackageDownload>> PackAsync(PluginName plugin, string? versionId, CancellationToken cancellationToken);

    /// <summary>Puts a kept version back into service, in the way of <see cref="InstallAsync"/>.</summary>
    /// <param name="versionId">The version to restore; null for the one before the present.</param>
    /// <param name="cause">The author and the reason.</param>
    Task<Result<PluginSnapshot>> RollBackAsync(PluginName plugin, string? versionId, ChangeCause cause, CancellationToken cancellationToken);

    /// <summary>Unloads a plugin and removes its folder; its versions, configuration and data are kept.</summary>
    /// <param name="cause">The author and the reason.</param>
    Task<Result> RemoveAsync(PluginName plugin, ChangeCause cause, CancellationToken cancellationToken);
}
