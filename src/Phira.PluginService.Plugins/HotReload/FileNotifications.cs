using Microsoft.Extensions.Logging;

namespace Phira.PluginService.Plugins.HotReload;

/// <summary>The notifications of the operating system.</summary>
internal sealed partial class FileNotifications(ILogger<FileNotifications> logger) : IFolderNotifications
{
    /// <inheritdoc />
    public IDisposable? Begin(string directory, Action changed)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            // The system watches what a link leads to, not the link.
            var target = Directory.ResolveLinkTarget(directory, returnFinalTarget: true)?.FullName ?? directory;
            watcher = new FileSystemWatcher(target)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += (_, _) => changed();
            watcher.Created += (_, _) => changed();
            watcher.Deleted += (_, _) => changed();
            watcher.Renamed += (_, _) => changed();
            // Too many changes at once, or the directory is gone. Either way a look finds out more.
            watcher.Error += (_, _) => changed();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            watcher?.Dispose();
            Log.Unavailable(logger, directory, problem.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4060, Level = LogLevel.Information, Message = "No notifications of changes in {Directory}, it is looked through regularly instead: {Problem}")]
        public static partial void Unavailable(ILogger logger, string directory, string problem);
    }
}
