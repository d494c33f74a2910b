using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Plugins.Crashes;

/// <summary>
/// Writes crash reports down, one after the other, on nobody's time. The queue is bounded: when the store is that far behind, a further
/// report is lost, which the log says.
/// </summary>
internal sealed partial class CrashReporter : IDisposable
{
    private const int Capacity = 256;

    private readonly ICrashReportStore _store;
    private readonly ILogger<CrashReporter> _logger;
    private readonly Channel<CrashReport> _queue = Channel.CreateBounded<CrashReport>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    private readonly Task _writing;

    /// <summary>Begins to write.</summary>
    public CrashReporter(ICrashReportStore store, ILogger<CrashReporter> logger)
    {
        _store = store;
        _logger = logger;
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Adds a report. Returns at once.</summary>
    public void Add(CrashReport report)
    {
        if (!_queue.Writer.TryWrite(report))
        {
            Log.Dropped(_logger, report.Plugin.Value, $"{report.Message}");
        }
    }

    /// <summary>Takes no more reports.</summary>
    /// <returns>Completes when all are written.</returns>
    public Task CompleteAsync()
    {
        _queue.Writer.TryComplete();
        return _writing;
    }

    /// <inheritdoc />
    public void Dispose() => _queue.Writer.TryComplete();

    private async Task WriteAsync()
    {
        await foreach (var report in _queue.Reader.ReadAllAsync())
        {
            try
            {
                await _store.AppendAsync(report, CancellationToken.None);
            }
            catch (StorageException)
            {
                // The store keeps it and writes it as soon as the disk takes writes again.
            }
            catch (Exception exception)
            {
                Log.NotWritten(_logger, report.Plugin.Value, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4051, Level = LogLevel.Warning, Message = "Too many crash reports wait to be written; one of plugin {Plugin} is lost: {Error}")]
        public static partial void Dropped(ILogger logger, string plugin, string error);

        [LoggerMessage(EventId = 4052, Level = LogLevel.Error, Message = "A crash report of plugin {Plugin} could not be written")]
        public static partial void NotWritten(ILogger logger, string plugin, Exception exception);
    }
}
