using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Sandbox.Files;

namespace Phira.PluginService.Plugins.Files;

/// <summary>
/// Opens to an instance exactly the directories and environment variables of its grant. A grant that names none opens the plugin's
/// own directory, and no variable.
/// </summary>
/// <param name="ownDirectory">The plugin's own directory, to which relative paths belong. A full path.</param>
internal sealed class OpenedFiles(string ownDirectory, PermissionGate permissions, PluginLog log)
{
    /// <summary>Opens them.</summary>
    public SystemAccess Open() => new() { Directories = [.. OpenDirectories()], Variables = [.. ReadVariables()] };

    private IEnumerable<PreopenedDirectory> OpenDirectories() =>
        permissions.Granted(PermissionNames.Filesystem) is { } files
            ? (files.Paths ?? ["."]).Select(path => OpenDirectory(path, files.Write)).OfType<PreopenedDirectory>()
            : [];

    private IEnumerable<KeyValuePair<string, string>> ReadVariables()
    {
        foreach (var name in permissions.Granted(PermissionNames.Environment)?.Variables ?? [])
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                yield return new(name, value);
            }
        }
    }

    private PreopenedDirectory? OpenDirectory(string path, bool write)
    {
        if (path.Split('/', '\\').Contains(".."))
        {
            return Refuse(path, "it has .. in it");
        }

        var isOwn = !Path.IsPathFullyQualified(path);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, ownDirectory));
        try
        {
            if (isOwn)
            {
                OwnerOnlyFiles.CreateDirectory(ownDirectory);

                // Before anything is made below: a plugin that may write there could have put a link in the way.
                if (Link(full, ownDirectory) is null)
                {
                    Directory.CreateDirectory(full);
                }
            }

            if (Link(full, isOwn ? ownDirectory : null) is { } link)
            {
                return Refuse(path, $"{link} is a link");
            }

            if (!Directory.Exists(full))
            {
                return Refuse(path, "there is no such directory");
            }

            return new PreopenedDirectory(full, path, write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse(path, exception.Message);
        }
    }

    /// <summary>
    /// The first link on the way to a directory. What a link points to is not what was granted: anybody who may write beside it decides that.
    /// </summary>
    private static string? Link(string full, string? below)
    {
        string? link = null;
        for (var at = full; at is not null && at != below; at = Path.GetDirectoryName(at))
        {
            if (new DirectoryInfo(at).LinkTarget is not null)
            {
                link = at;
            }
        }

        return link;
    }

    private PreopenedDirectory? Refuse(string path, string why)
    {
        log.WriteByHost(PluginLogLevel.Error, $"the directory {path} is not opened to the plugin: {why}");
        return null;
    }
}
