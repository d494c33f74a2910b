using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Serilog.Core;

namespace Phira.PluginService.Logging;

/// <summary>
/// Writes the log to files, where some are configured. A thread of its own writes, so that nothing of the service waits for the disk; when it is too slow,
/// entries are left out and counted.
/// </summary>
[SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "Created by the container.")]
internal sealed class LogFile : ILoggerProvider
{
    private const int WaitingEntries = 10_000;

    private readonly BlockingCollection<LogLine> _waiting = new(WaitingEntries);
    private readonly TimeProvider _timeProvider;
    private readonly Logger? _files;
    private readonly Thread? _writer;
    private long _leftOut;

    public LogFile(IOptions<LoggingOptions> options, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        if (options.Value.File.Length > 0)
        {
            EnsureWritable(options.Value.File);
            _files = RollingFiles.Open(options.Value);
            _writer = new Thread(WriteAll) { IsBackground = true, Name = "log file" };
            _writer.Start();
        }
    }

    public ILogger CreateLogger(string categoryName) => _files is null ? NullLogger.Instance : new Category(categoryName, this);

    /// <summary>Writes the entries that wait and closes the file.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _writer?.Join();
        _files?.Dispose();
        _waiting.Dispose();
    }

    // The library continues without a file that it cannot open.
    private static void EnsureWritable(string file)
    {
        try
        {
            var directory = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            using var probe = new FileStream(
                Path.Combine(directory.FullName, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartupException(new Error(StartupErrors.LogFileUnusable, file, exception.Message));
        }
    }

    private void Add(LogLine line)
    {
        try
        {
            if (!_waiting.TryAdd(line))
            {
                Interlocked.Increment(ref _leftOut);
            }
        }
        catch (InvalidOperationException)
        {
            // The service has stopped: the file is closed.
        }
    }

    private void WriteAll()
    {
        foreach (var line in _waiting.GetConsumingEnumerable())
        {
            RollingFiles.Write(_files!, line);
            if (Interlocked.Exchange(ref _leftOut, 0) is > 0 and var count)
            {
                RollingFiles.Write(_files!, new LogLine(
                    _timeProvider.GetUtcNow(), LogLevel.Warning, typeof(LogFile).FullName!, 1230, $"{count} entries were left out: the disk is too slow", null, []));
            }
        }
    }

    private sealed class Category(string name, LogFile file) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            file.Add(LogLine.From(new LogEntry<TState>(logLevel, name, eventId, state, exception, formatter!), file._timeProvider));
    }
}
