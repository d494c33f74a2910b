using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Logs;

/// <summary>
/// Writes the lines of all plugins to disk, one after the other and away from those who log. When the disk is so slow that the queue is full, lines stay in
/// memory only and are counted.
/// </summary>
internal sealed partial class LogWriter : IAsyncDisposable
{
    private const int WaitingLines = 1024;
    private const int BatchLines = 256;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(WaitingLines) { SingleReader = true });
    private readonly ILogger _logger;
    private readonly Task _writing;
    private long _leftOut;
    private bool _isFailing;

    public LogWriter(ILogger<LogWriter> logger)
    {
        _logger = logger;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Takes a line that is written soon.</summary>
    public void Write(LogSegments log, PluginLogLine line)
    {
        if (!_waiting.Writer.TryWrite(new Waiting(log, line, Written: null)))
        {
            Interlocked.Increment(ref _leftOut);
        }
    }

    /// <summary>Waits until every line so far is written, or could not be.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _waiting.Writer.WriteAsync(new Waiting(Log: null, Line: null, written), cancellationToken);
        }
        catch (ChannelClosedException)
        {
            await _writing.WaitAsync(cancellationToken);
            return;
        }

        await written.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Writes the lines that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAllAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var batch = new List<Waiting>();
            while (batch.Count < BatchLines && _waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            foreach (var lines in batch.Where(waiting => waiting.Line is not null).GroupBy(waiting => waiting.Log!, waiting => waiting.Line!))
            {
                Append(lines.Key, lines);
            }

            batch.ForEach(waiting => waiting.Written?.SetResult());
            if (Interlocked.Exchange(ref _leftOut, 0) is > 0 and var count)
            {
                Log.LeftOut(_logger, count);
            }
        }
    }

    private void Append(LogSegments log, IEnumerable<PluginLogLine> lines)
    {
        try
        {
            log.Append(lines);
            _isFailing = false;
        }
        catch (Exception exception)
        {
            // A disk that takes nothing is told once. Later lines are tried again.
            if (!_isFailing)
            {
                Log.NotWritten(_logger, exception);
            }

            _isFailing = true;
        }
    }

    private sealed record Waiting(LogSegments? Log, PluginLogLine? Line, TaskCompletionSource? Written);

    private static partial class Log
    {
        [LoggerMessage(EventId = 4070, Level = LogLevel.Warning, Message = "{Count} lines of plugins were not written to disk: the disk is too slow")]
        public static partial void LeftOut(ILogger logger, long count);

        [LoggerMessage(EventId = 4071, Level = LogLevel.Warning, Message = "The lines of plugins cannot be written to disk; the newest stay in memory")]
        public static partial void NotWritten(ILogger logger, Exception exception);
    }
}
