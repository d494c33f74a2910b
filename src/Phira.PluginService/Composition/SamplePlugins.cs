using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Hosting;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Composition;

/// <summary>
/// Copies the plugins that a container image brings into the plugins directory, which is a volume: once, at the first start. What an administrator
/// has removed does not come back, and nothing is added to a directory that has plugins of its own.
/// </summary>
internal sealed partial class SamplePlugins(DataDirectory data, IOptions<PluginsOptions> options, ILogger<SamplePlugins> logger)
{
    private const string NoteName = "samples-copied";

    // Folders with a dot are no plugins: nobody takes a half copied one for a whole one.
    private const string UnfinishedPrefix = ".sample-";

    public void CopyOnce()
    {
        var (samples, plugins) = (options.Value.SamplesDirectory, options.Value.Directory);
        if (samples.Length == 0 || File.Exists(data.File(NoteName)))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(plugins);
            var names = Directory.GetDirectories(samples)
                .Where(folder => File.Exists(Path.Combine(folder, PluginManifest.FileName)))
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal)
                .ToList();
            if (IsOnly(plugins, names))
            {
                names.ForEach(name => Copy(Path.Combine(samples, name), plugins, name));
                Log.Copied(logger, plugins, string.Join(", ", names));
            }

            OwnerOnlyFiles.Write(data.File(NoteName), []);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.NotCopied(logger, LocalizedText.Of("samples.not_copied", samples, plugins, exception.Message).InEveryLanguage(" / "));
        }
    }

    // Some may be there already: from a start that was cut short.
    private static bool IsOnly(string plugins, List<string> names) => Directory.EnumerateFileSystemEntries(plugins)
        .Select(entry => Path.GetFileName(entry))
        .All(name => names.Contains(name) || name.StartsWith(UnfinishedPrefix, StringComparison.Ordinal));

    private static void Copy(string sample, string plugins, string name)
    {
        var (target, unfinished) = (Path.Combine(plugins, name), Path.Combine(plugins, UnfinishedPrefix + name));
        if (Directory.Exists(target))
        {
            return;
        }

        FolderTree.Remove(unfinished);
        var files = FolderTree.List(sample, PackageLimits.None);
        if (!files.IsSuccess)
        {
            throw new IOException(files.Error.Message());
        }

        FolderTree.Copy(sample, files.Value, unfinished);
        Directory.Move(unfinished, target);
    }

    private static partial class Log
    {
        [LoggerMessage(1104, LogLevel.Information, "Sample plugins were copied to {Plugins}: {Names}")]
        public static partial void Copied(ILogger logger, string plugins, string names);

        [LoggerMessage(1105, LogLevel.Warning, "{Notice}")]
        public static partial void NotCopied(ILogger logger, string notice);
    }
}
