using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Packages;

/// <summary>The plugins that come with the service and are installed when an administrator wants one.</summary>
public interface IPluginGallery
{
    /// <summary>Lists them by name.</summary>
    /// <returns>The plugins; none when there is no gallery, and why when it cannot be read.</returns>
    Task<Result<ImmutableArray<GalleryPlugin>>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Installs one, in the way of <see cref="IPluginPackages.InstallAsync"/>.</summary>
    /// <param name="cause">The author and the reason.</param>
    /// <returns>The report, <c>gallery.not_found</c>, or the reason why it is not installed.</returns>
    Task<Result<PackageReport>> InstallAsync(PluginName plugin, ChangeCause cause, CancellationToken cancellationToken);
}
