using Microsoft.Extensions.Options;
using Phira.PluginService.Configuration;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.Packages;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Demo;

/// <summary>
/// Fills the plugins directory of a trial again at each start: with the plugins that are there anyway, and with some of the gallery. A trial that was told
/// which plugins to run runs those, where they are.
/// </summary>
internal sealed partial class DemoPlugins(
    ServiceConfiguration configuration, IOptions<PluginsOptions> options, ILogger<DemoPlugins> logger)
{
    /// <summary>Examples of a command for each of the plugins that a trial runs; empty for a plugin without commands.</summary>
    public static readonly IReadOnlyDictionary<string, string> Commands = new Dictionary<string, string>
    {
        ["welcome"] = "",
        ["dice"] = "/roll 2d6",
        ["room-announcer"] = "/roomlist",
        ["auto-host"] = "/queue",
        ["playtime"] = "/playtime",
        ["scoreboard"] = "/top",
    };

    private const string DirectoryKey = "plugins.directory";

    private static string UsualDirectory => new PluginsOptions().Directory;

    /// <summary>Gives a trial a plugins directory of its own, unless it was told one.</summary>
    public static void Arrange(PluginsOptions options, ServiceConfiguration configuration, string data)
    {
        if (IsArranged(configuration))
        {
            // The gallery is looked for where it is, and not where the trial has its plugins.
            options.GalleryDirectory = PluginFolders.FindGallery(options) ?? options.GalleryDirectory;
            options.Directory = Path.Combine(data, "plugins");
        }
    }

    /// <summary>Copies the plugins, and says which of them are nowhere.</summary>
    public void Copy()
    {
        if (!IsArranged(configuration))
        {
            return;
        }

        var target = options.Value.Directory;
        try
        {
            Directory.CreateDirectory(target);
            var usual = Scan(UsualDirectory).ToList();
            var added = Scan(options.Value.GalleryDirectory)
                .Where(entry => Commands.ContainsKey(entry.Name.Value) && usual.TrueForAll(other => other.Name != entry.Name));
            List<CatalogEntry> found = [.. usual, .. added];
            foreach (var entry in found)
            {
                var folder = Path.Combine(target, entry.Name.Value);
                FolderTree.Remove(folder);
                FolderTree.Copy(entry.Folder, GalleryFiles.List(entry), folder);
            }

            TellMissing([.. Commands.Keys.Except(found.Select(entry => entry.Name.Value)).Order(StringComparer.Ordinal)]);
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            Log.NotCopied(logger, LocalizedText.Of("samples.not_copied", options.Value.GalleryDirectory, target, exception.Message).InEveryLanguage(" / "));
        }
    }

    private void TellMissing(IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            LocalizedText[] places = [Path.GetFullPath(UsualDirectory), Path.GetFullPath(PluginFolders.GalleryOrDefault(options.Value))];
            var missing = LocalizedText.List(names.Select(LocalizedText.Literal));
            Log.Missing(logger, LocalizedText.Of("demo.plugins_missing", missing, LocalizedText.List(places)).InEveryLanguage(" / "));
        }
    }

    private static bool IsArranged(ServiceConfiguration configuration) => configuration.OriginOf(DirectoryKey) is null;

    // Packed plugins and components without a manifest are no folders to copy.
    private static IEnumerable<CatalogEntry> Scan(string directory) => directory.Length == 0
        ? []
        : new PluginCatalog(directory, HostVersions.Current).Scan(CancellationToken.None).Entries
            .Where(entry => entry is { Failure: null, Package: null });

    private static partial class Log
    {
        [LoggerMessage(1106, LogLevel.Warning, "{Notice}")]
        public static partial void NotCopied(ILogger logger, string notice);

        [LoggerMessage(1107, LogLevel.Warning, "{Notice}")]
        public static partial void Missing(ILogger logger, string notice);
    }
}
