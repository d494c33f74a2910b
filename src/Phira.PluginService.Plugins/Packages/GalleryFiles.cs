using System.Collections.Immutable;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Plugins.Packages;

/// <summary>
/// The files of a gallery's plugin that are installed: what the host reads of a plugin, and what people read of it. Its sources, and what building it
/// leaves behind, stay where they are.
/// </summary>
internal static class GalleryFiles
{
    private static readonly string[] ForPeople = ["README", "LICENSE", "NOTICE"];

    private static readonly string[] Folders = ["static"];

    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    private static readonly EnumerationOptions NoLinksBelow =
        new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false, RecurseSubdirectories = true };

    /// <summary>Lists them, ordered by path.</summary>
    public static ImmutableArray<TreeFile> List(CatalogEntry entry)
    {
        var folder = new DirectoryInfo(entry.Folder);
        var component = Path.GetFileName(entry.ComponentPath);
        var schema = Path.GetFileName(entry.Manifest?.ConfigSchema?.Location.File);
        var files = folder.EnumerateFiles("*", NoLinks)
            .Where(file => file.Name == PluginManifest.FileName
                || file.Name == component
                || file.Name == schema
                || Array.Exists(ForPeople, name => file.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        var below = folder.EnumerateDirectories("*", NoLinks)
            .Where(inner => Folders.Contains(inner.Name))
            .SelectMany(inner => inner.EnumerateFiles("*", NoLinksBelow));
        return
        [
            .. files.Concat(below)
                .Select(file => new TreeFile(Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'), file.Length))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }
}
