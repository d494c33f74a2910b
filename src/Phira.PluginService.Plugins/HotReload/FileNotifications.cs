using Microsoft.Extensions.Logging;

namespace Phira.PluginService.Plugins.HotReload;

/// <summary>The notifications of the operating system.</summary>
internal sealed partial class FileNotifications(ILogger<FileNotifications> logger) : IFolderNotifications
{
    private bool _hasWarned;

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
            watcher.Error += (_, error) => OnError(directory, error.GetException(), changed);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            watcher?.Dispose();
            Warn(directory, exception);
            return null;
        }
    }

    private void OnError(string directory, Exception problem, Action changed)
    {
        // Too many changes at once, or the directory is gone: a scan finds out more. Otherwise the system has no watches left.
        if (problem is IOException && Directory.Exists(directory))
        {
            Warn(directory, problem);
        }

        changed();
    }

    private void Warn(string directory, Exception problem)
    {
        if (!Interlocked.Exchange(ref _hasWarned, true))
        {
            Log.Unavailable(logger, directory, problem.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4060, Level = LogLevel.Warning, Message = "The system sends no notifications of changes in {Directory}; it is only scanned every [hot_reload] poll_interval_secs: {Problem}")]
        public static partial void Unavailable(ILogger logger, string directory, string problem);
    }
}
