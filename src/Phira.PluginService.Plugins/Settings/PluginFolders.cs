using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Plugins.Settings;

/// <summary>The folders of plugins by the settings: those of this host, and those of the gallery.</summary>
internal static class PluginFolders
{
    private const string GalleryName = "gallery";

    private static string BesideProgram => Path.Combine(AppContext.BaseDirectory, GalleryName);

    /// <summary>The plugins directory, without a gallery that happens to be in it.</summary>
    public static PluginCatalog Catalog(PluginsOptions options) => new(
        options.Directory,
        HostVersions.Current,
        new PackedPlugins(options.PackagesDirectory),
        options.GalleryDirectory.Length > 0 ? options.GalleryDirectory : Inside(options));

    /// <summary>The folder with the plugins that can be installed; null when there is none.</summary>
    public static string? FindGallery(PluginsOptions options)
    {
        string[] candidates = options.GalleryDirectory.Length > 0
            ? [options.GalleryDirectory]
            : [Inside(options), BesideProgram];
        return candidates.FirstOrDefault(folder => Directory.Exists(folder) && !File.Exists(Path.Combine(folder, PluginManifest.FileName)));
    }

    /// <summary>Returns the path of the gallery, or the last path at which it was looked for.</summary>
    public static string GalleryOrDefault(PluginsOptions options) => options.GalleryDirectory.Length > 0 ? options.GalleryDirectory : BesideProgram;

    private static string Inside(PluginsOptions options) => Path.Combine(options.Directory, GalleryName);
}
