using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>Copies the files that plugins bring along for their pages to where nobody changes them.</summary>
internal sealed class StaticFileStore
{
    /// <summary>The folder of a plugin that holds them.</summary>
    public const string Folder = "static";

    private const string CopiesFolder = ".static";
    private const char Hidden = '.';

    private readonly PackageLimits _limits = new();
    private readonly Lazy<string> _copies;

    public StaticFileStore(IOptions<PluginsOptions> options) => _copies = new Lazy<string>(() =>
    {
        // What a previous process has left.
        var copies = Path.Combine(options.Value.PackagesDirectory, CopiesFolder);
        FolderTree.TryRemove(copies);
        Directory.CreateDirectory(copies);
        return copies;
    });

    /// <summary>Copies the files of a plugin. Links, and what begins with a dot, are left out.</summary>
    /// <param name="pluginFolder">The folder that the plugin is loaded from.</param>
    public Result<StaticFileSet> Copy(string pluginFolder)
    {
        var source = new DirectoryInfo(Path.Combine(pluginFolder, Folder));
        if (!source.Exists || source.LinkTarget is not null)
        {
            return StaticFileSet.Empty;
        }

        try
        {
            var listed = FolderTree.List(source.FullName, _limits);
            return listed.IsSuccess ? Copy(source.FullName, listed.Value) : listed.Error;
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            return DiskFailure.Of(exception, _copies.Value);
        }
    }

    private StaticFileSet Copy(string source, List<TreeFile> listed)
    {
        var target = Path.Combine(_copies.Value, Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(target);
        var files = new Dictionary<string, StaticFile>(StringComparer.Ordinal);
        foreach (var file in listed.Where(file => !Array.Exists(file.Path.Split('/'), name => name.StartsWith(Hidden))))
        {
            var (original, copy) = (Path.Combine(source, file.Path), Path.Combine(target, $"{files.Count}"));
            File.Copy(original, copy);
            using var content = File.OpenRead(copy);
            files["/" + file.Path] = new StaticFile(copy, Convert.ToHexStringLower(SHA256.HashData(content)), Whole(File.GetLastWriteTimeUtc(original)));
        }

        return new StaticFileSet(target, files.ToFrozenDictionary(StringComparer.Ordinal));
    }

    // HTTP tells time in seconds.
    private static DateTimeOffset Whole(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
