using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Phira.PluginService.Plugins.Tests.Hosting;

/// <summary>The service's log of one test.</summary>
internal sealed class TestLogs : ILoggerFactory
{
    private readonly ConcurrentQueue<TestLogLine> _lines = new();

    /// <summary>All lines so far, oldest first.</summary>
    public IReadOnlyList<TestLogLine> Lines => [.. _lines];

    /// <summary>The warnings and errors so far.</summary>
    public IReadOnlyList<TestLogLine> Problems => [.. _lines.Where(line => line.Level >= LogLevel.Warning)];

    private event Action Added = () => { };

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, Add);

    /// <summary>Waits until so many lines contain a text.</summary>
    public async Task UntilAsync(string text, int count = 1)
    {
        using var timeout = new CancellationTokenSource(PluginHost.Patience);
        var signal = new SemaphoreSlim(0);
        void Signal() => signal.Release();
        Added += Signal;
        try
        {
            while (_lines.Count(line => line.Text.Contains(text, StringComparison.Ordinal)) < count)
            {
                await signal.WaitAsync(timeout.Token);
            }
        }
        finally
        {
            Added -= Signal;
        }
    }

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private void Add(TestLogLine line)
    {
        _lines.Enqueue(line);
        Added();
    }

    private sealed class Logger(string category, Action<TestLogLine> add) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            add(new TestLogLine(category, logLevel, $"{formatter(state, exception)}{exception}"));
    }
}
