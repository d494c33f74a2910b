using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>Problems of the plugins directory and its folders.</summary>
internal static class PluginFolderErrors
{
    /// <summary>{0}: plugin name; {1}: the folder that keeps the name; {2}: the folder that is refused.</summary>
    public static readonly ErrorCode DuplicateName = new("plugin.duplicate_name", ErrorKind.Conflict);

    /// <summary>{0}: the file.</summary>
    public static readonly ErrorCode NeedsManifest = new("plugin.needs_manifest", ErrorKind.Unprocessable);

    /// <summary>{0}: folder; {1}: what the operating system says.</summary>
    public static readonly ErrorCode FolderUnreadable = new("plugin.folder_unreadable", ErrorKind.Unprocessable);

    /// <summary>{0}: the plugins directory.</summary>
    public static readonly ErrorCode DirectoryMissing = new("plugin.directory_missing", ErrorKind.Unavailable);
}
